/** The newsroom's content types, as Strapi calls them. */
export const ARTICLE = 'api::article.article';
export const TICKER = 'api::ticker.ticker';
export const DISCLAIMER = 'api::disclaimer.disclaimer';
export const WORDING = 'api::disclaimer-wording.disclaimer-wording';
export const SNAPSHOT = 'plugin::quote-snapshots.quote-snapshot';

/** Where an article carries the wordings that its publication was given. */
export const WORDINGS_ATTRIBUTE = 'appliedDisclaimers';

/** The uids of the newsroom's content types. */
export const ARTICLE = 'api::article.article';
export const COMPANY = 'api::company.company';
export const TICKER = 'api::ticker.ticker';
export const DISCLAIMER = 'api::disclaimer.disclaimer';
export const WORDING = 'api::disclaimer-wording.disclaimer-wording';
export const ARTICLE_PUBLICATION = 'api::article-publication.article-publication';
export const ARTICLE_ACT = 'api::article-act.article-act';
export const SNAPSHOT = 'plugin::quote-snapshots.quote-snapshot';

/** The attribute of an article with the wordings of its disclaimers as published. */
export const WORDINGS_ATTRIBUTE = 'appliedDisclaimers';

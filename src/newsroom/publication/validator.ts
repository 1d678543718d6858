import type { ArticleText } from './read-articles';

/** Validates an article as it would be published in one locale. Refuses the publication by throwing. */
export type PublicationValidator = (article: ArticleText) => Promise<void>;

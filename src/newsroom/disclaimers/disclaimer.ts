/** The articles to which a disclaimer applies, the most general first. Readers see disclaimers in this order. */
export const APPLIES_TO = ['every-article', 'articles-with-quotes', 'chosen'] as const;

export type AppliesTo = (typeof APPLIES_TO)[number];

/** A disclaimer as it is published in one locale. */
export interface PublishedDisclaimer {
  documentId: string;
  locale: string;
  key: string;
  name: string;
  text: string;
  appliesTo: AppliesTo;
  publishedAt: Date | string | number;
}

/** A disclaimer that an editor linked to an article, published or not. */
export interface ChosenDisclaimer {
  documentId: string;
  key: string;
  name: string;
}

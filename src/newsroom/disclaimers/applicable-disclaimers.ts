import { APPLIES_TO, type AppliesTo, type ChosenDisclaimer, type PublishedDisclaimer } from './disclaimer';

/** A disclaimer that an article must carry. */
export interface ApplicableDisclaimer {
  documentId: string;
  /** The key in the default locale, so that a frontend finds the disclaimer by one key in every language. */
  key: string;
  name: string;
  appliesTo: AppliesTo;
  /** The version that readers see: in the article's locale, or else in the default locale; null if neither is published. */
  published: PublishedDisclaimer | null;
  /** Whether {@link published} is in the article's own locale. */
  translated: boolean;
}

export interface ApplicableInput {
  /** Every published disclaimer, in all locales. */
  published: readonly PublishedDisclaimer[];
  chosen: readonly ChosenDisclaimer[];
  locale: string;
  defaultLocale: string;
  /** Whether the article names at least one instrument. */
  hasQuotes: boolean;
}

const byScopeThenKey = (a: ApplicableDisclaimer, b: ApplicableDisclaimer): number =>
  APPLIES_TO.indexOf(a.appliesTo) - APPLIES_TO.indexOf(b.appliesTo) ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
  (a.documentId < b.documentId ? -1 : 1);

/**
 * The disclaimers of one article in one locale, in a stable order: those for every article, then those for articles with quotes,
 * then those that an editor chose; each group sorted by key.
 */
export const selectDisclaimers = (input: ApplicableInput): ApplicableDisclaimer[] => {
  const { published, chosen, locale, defaultLocale, hasQuotes } = input;
  const choices = new Map(chosen.map((disclaimer) => [disclaimer.documentId, disclaimer]));
  const documentIds = new Set([...published.map(({ documentId }) => documentId), ...choices.keys()]);

  const describe = (documentId: string): ApplicableDisclaimer => {
    const versions = published.filter((version) => version.documentId === documentId);
    const own = versions.find((version) => version.locale === locale);
    const general = versions.find((version) => version.locale === defaultLocale);
    const shown = own ?? general ?? null;
    // A disclaimer that is published only in other locales still applies. A rule tells the editor that it has no text in this one.
    const known = general ?? own ?? versions[0];
    const choice = choices.get(documentId);
    return {
      documentId,
      key: known?.key ?? choice?.key ?? documentId,
      name: shown?.name ?? known?.name ?? choice?.name ?? documentId,
      appliesTo: known?.appliesTo ?? 'chosen',
      published: shown,
      translated: own !== undefined,
    };
  };
  const applies = ({ documentId, appliesTo }: ApplicableDisclaimer): boolean =>
    appliesTo === 'every-article' ||
    (appliesTo === 'articles-with-quotes' && hasQuotes) ||
    choices.has(documentId);

  return [...documentIds].map(describe).filter(applies).sort(byScopeThenKey);
};

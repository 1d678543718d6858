import { changeText, direction, priceText } from '../../text/figures';
import type { CapturedQuote, PublishedArticle } from '../articles/article';

/** The line of a quote. */
export interface QuoteLine {
  listing: string;
  price: string;
  change: string;
  direction: 'up' | 'down' | 'flat';
}

/** All that the picture of an article says. */
export interface PictureText {
  publication: string;
  headline: string;
  /** Whether the headline runs from right to left. */
  rightToLeft: boolean;
  quotes: QuoteLine[];
  /** What must stand beside quotes: of when they are, and whose; empty where there are none. */
  note: string;
}

/** What fits beside a headline of four lines. */
const MOST_QUOTES = 3;

const AT_PUBLICATION: Readonly<Record<string, string>> = {
  en: 'Quotes at publication',
  es: 'Cotizaciones al publicar',
  fr: 'Cours à la publication',
  de: 'Kurse bei Veröffentlichung',
};

/** By its first letter that has a direction. */
const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

const toLine = (quote: CapturedQuote, locale: string): QuoteLine => ({
  listing: `${quote.exchange ?? quote.mic}: ${quote.symbol}`,
  price: priceText(locale, quote),
  change: changeText(locale, { ...quote, change: null }),
  direction: direction(quote),
});

/** What the picture of an article says. @param siteName the name of the publication */
export const pictureText = (article: PublishedArticle, siteName: string): PictureText => {
  const { locale } = article;
  const quotes = article.quotes.slice(0, MOST_QUOTES);
  const credits = [...new Set(quotes.flatMap(({ attribution }) => attribution ?? []))];
  const label = AT_PUBLICATION[locale.split('-')[0] ?? ''] ?? AT_PUBLICATION.en ?? '';
  return {
    publication: siteName,
    headline: article.title,
    rightToLeft: isRightToLeft(article.title),
    quotes: quotes.map((quote) => toLine(quote, locale)),
    note: quotes.length > 0 ? [label, ...credits].join(' · ') : '',
  };
};

import { changeText, directionOf, priceText } from '../../text/figures';
import type { CapturedQuote, PublishedArticle } from '../articles/article';

/** The line of a quote. */
export interface QuoteLine {
  listing: string;
  price: string;
  change: string;
  direction: 'up' | 'down' | 'flat';
}

/** The texts in the picture of an article. */
export interface PictureText {
  publication: string;
  headline: string;
  /** Whether the headline is written from right to left. */
  rightToLeft: boolean;
  quotes: QuoteLine[];
  /** The time and source that must be shown with quotes; empty without quotes. */
  note: string;
}

/** As many as fit beside a headline of four lines. */
const MOST_QUOTES = 3;

const AT_PUBLICATION: Readonly<Record<string, string>> = {
  en: 'Quotes at publication',
  es: 'Cotizaciones al publicar',
  fr: 'Cours à la publication',
  de: 'Kurse bei Veröffentlichung',
};

/** Decided by the first letter that has a direction. */
const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

const toLine = (quote: CapturedQuote, locale: string): QuoteLine => ({
  listing: `${quote.exchange ?? quote.mic}: ${quote.symbol}`,
  price: priceText(locale, quote),
  change: changeText(locale, { ...quote, change: null }),
  direction: directionOf(quote),
});

/** The texts in the picture of an article. @param siteName the name of the publication */
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

import type { OtherListing } from '../rows/text-acts';

/** A part of a field's text, and its replacement. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** The characters that may stand between an exchange and a symbol: `NASDAQ: MSFT`, `NASDAQ/MSFT`. */
const BETWEEN = /^[\s:/]{1,4}$/;

/**
 * How a mention is rewritten for another listing. If the exchange is the same, only the symbol changes; otherwise the exchange
 * before it changes too.
 *
 * @param text the text of the field
 * @returns undefined if the exchange is not right before the symbol
 */
export const replacementOf = (
  text: string,
  { exchange, start, end }: { exchange: string | null; start: number; end: number },
  listing: OtherListing,
): Replacement | undefined => {
  if (listing.isSameExchange) return { start, end, text: listing.symbol };
  if (exchange === null) return undefined;
  const from = text.lastIndexOf(exchange, start - 1);
  if (from < 0) return undefined;
  const between = text.slice(from + exchange.length, start);
  if (!BETWEEN.test(between)) return undefined;
  return { start: from, end, text: `${listing.exchange}${between}${listing.symbol}` };
};

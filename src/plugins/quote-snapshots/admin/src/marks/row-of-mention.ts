import type { Mention } from '../../../server/src/detection/mention';
import { needsSomebody, type QuoteRow } from '../rows/quote-rows';

/**
 * How a mention is marked.
 * - `known`: it means one listing, and nothing has to be done.
 * - `unsure`: it may mean several listings.
 * - `unknown`: no provider has a quote of the listing.
 * - `unread`: the server has not sent its row yet.
 */
export const MARK_KINDS = ['known', 'unsure', 'unknown', 'unread'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

type Named = Pick<Mention, 'symbol' | 'mic' | 'exchange' | 'candidates'>;

const micOf = ({ instrument }: QuoteRow): string | undefined => instrument?.split(':')[0];

/**
 * The row of a mention: that of its listing; if it may mean several, that of the chosen listing, or else that of the ambiguous
 * mention.
 */
export const rowOfMention = (
  { symbol, mic, exchange, candidates }: Named,
  rows: readonly QuoteRow[],
): QuoteRow | undefined => {
  const same = rows.filter((row) => row.symbol === symbol && row.state !== 'removed');
  if (mic !== null) {
    return (
      same.find((row) => micOf(row) === mic) ??
      // If the ISIN of a ticker contradicts the text, the mention remains ambiguous.
      same.find((row) => row.ambiguous !== null && row.exchange === exchange)
    );
  }
  return (
    same.find((row) => row.ambiguous !== null && row.exchange === exchange) ??
    same.find((row) => {
      const of = micOf(row);
      return of !== undefined && (candidates.length === 0 || candidates.includes(of));
    })
  );
};

/** @param isBehind whether the rows belong to an older text, so that a mention without a row may still get one */
export const markKind = (row: QuoteRow | undefined, isBehind: boolean): MarkKind | undefined => {
  if (!row) return isBehind ? 'unread' : undefined;
  if (row.state === 'choose') return 'unsure';
  return needsSomebody(row) ? 'unknown' : 'known';
};

import type { Mention } from '../../../server/src/detection/mention';
import { needsSomebody, type QuoteRow } from '../rows/quote-rows';

/**
 * How a mention is marked.
 * - `known`: it is one listing, which needs nobody.
 * - `unsure`: it may be several listings.
 * - `unknown`: nobody has a quote of the listing.
 * - `unread`: its row has not come from the server yet.
 */
export const MARK_KINDS = ['known', 'unsure', 'unknown', 'unread'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

type Named = Pick<Mention, 'symbol' | 'mic' | 'exchange' | 'candidates'>;

const micOf = ({ instrument }: QuoteRow): string | undefined => instrument?.split(':')[0];

/**
 * The row of a mention: that of its listing, or, where it may be several, of the listing that was chosen, or of the
 * question which one is meant.
 */
export const rowOfMention = (
  { symbol, mic, exchange, candidates }: Named,
  rows: readonly QuoteRow[],
): QuoteRow | undefined => {
  const same = rows.filter((row) => row.symbol === symbol && row.state !== 'removed');
  if (mic !== null) {
    return (
      same.find((row) => micOf(row) === mic) ??
      // A ticker whose ISIN contradicts the text leaves the mention open.
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

/** @param isBehind whether the rows are of an older text: a mention without a row may still get one */
export const markKind = (row: QuoteRow | undefined, isBehind: boolean): MarkKind | undefined => {
  if (!row) return isBehind ? 'unread' : undefined;
  if (row.state === 'choose') return 'unsure';
  return needsSomebody(row) ? 'unknown' : 'known';
};

import damerauLevenshtein from 'damerau-levenshtein';
import { formatInstrument, type Instrument } from './instrument';

/** The most listings that are suggested for an unknown one. */
const MOST = 3;

/**
 * By how many typing errors two symbols may differ: an extra, missing or other letter, or two swapped letters. Short symbols are
 * all similar, so for these only the same symbol on another exchange is suggested.
 */
const maxEditDistance = ({ length }: string): number => (length <= 2 ? 0 : length <= 4 ? 1 : 2);

/**
 * The listings that may be meant by one that does not exist: first the same symbol elsewhere, then symbols that differ by one or
 * two typing errors, on the same exchange first. The order of `known` decides between equals.
 *
 * @returns at most three
 */
export const rankNearMisses = <Known extends Instrument>(
  written: Instrument,
  known: readonly Known[],
): Known[] =>
  known
    .map((listing, index) => ({
      listing,
      index,
      slips: damerauLevenshtein(written.symbol, listing.symbol).steps,
      elsewhere: listing.mic === written.mic ? 0 : 1,
    }))
    .filter(
      ({ listing, slips }) =>
        slips <= maxEditDistance(written.symbol) && formatInstrument(listing) !== formatInstrument(written),
    )
    .sort((a, b) => a.slips - b.slips || a.elsewhere - b.elsewhere || a.index - b.index)
    .slice(0, MOST)
    .map(({ listing }) => listing);

/** US exchanges, which authors often confuse. */
const US_MARKETS = ['XNAS', 'XNYS', 'XASE', 'ARCX'];

/** The most instruments to ask the provider for, because it counts each. */
const MOST_ASKED = 8;

/**
 * Listings that a provider without a search can be asked for: the same symbol on the other US exchanges, and the symbol with two
 * neighbouring letters swapped.
 */
export const likelyTypos = ({ mic, symbol }: Instrument): Instrument[] => {
  const elsewhere = US_MARKETS.includes(mic)
    ? US_MARKETS.filter((market) => market !== mic).map((market) => ({ mic: market, symbol }))
    : [];
  const swapped = Array.from({ length: Math.max(0, symbol.length - 1) }, (_, at) => ({
    mic,
    symbol: `${symbol.slice(0, at)}${symbol[at + 1]}${symbol[at]}${symbol.slice(at + 2)}`,
  })).filter((one) => one.symbol !== symbol && !one.symbol.startsWith('.') && !one.symbol.endsWith('.'));
  const distinct = new Map([...elsewhere, ...swapped].map((one) => [formatInstrument(one), one]));
  return [...distinct.values()].slice(0, MOST_ASKED);
};

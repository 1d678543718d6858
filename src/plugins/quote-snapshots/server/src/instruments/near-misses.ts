import damerauLevenshtein from 'damerau-levenshtein';
import { formatInstrument, type Instrument } from './instrument';

/** The most listings that are suggested for one that nobody knows. */
const MOST = 3;

/**
 * How many slips of typing apart two symbols may be: a letter too many, too few, another, or two swapped. Short symbols are all
 * near each other: of those only the same symbol on another exchange is suggested.
 */
const slipsAllowed = ({ length }: string): number => (length <= 2 ? 0 : length <= 4 ? 1 : 2);

/**
 * The listings that somebody may have meant who wrote one that does not exist: the same symbol elsewhere, then symbols that are a
 * slip or two away; those on the same exchange first. The order of `known` decides between equals.
 *
 * @returns at most three
 */
export const nearMisses = <Known extends Instrument>(written: Instrument, known: readonly Known[]): Known[] =>
  known
    .map((listing, index) => ({
      listing,
      index,
      slips: damerauLevenshtein(written.symbol, listing.symbol).steps,
      elsewhere: listing.mic === written.mic ? 0 : 1,
    }))
    .filter(
      ({ listing, slips }) =>
        slips <= slipsAllowed(written.symbol) && formatInstrument(listing) !== formatInstrument(written),
    )
    .sort((a, b) => a.slips - b.slips || a.elsewhere - b.elsewhere || a.index - b.index)
    .slice(0, MOST)
    .map(({ listing }) => listing);

/** US exchanges, which writers confuse: a share of the one is often written as one of another. */
const US_MARKETS = ['XNAS', 'XNYS', 'XASE', 'ARCX'];

/** A provider counts every instrument that it is asked for. */
const MOST_ASKED = 8;

/**
 * Listings worth asking a provider about that has no search: the same symbol on the other US exchanges, and two neighbouring
 * letters the other way round.
 */
export const likelySlips = ({ mic, symbol }: Instrument): Instrument[] => {
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

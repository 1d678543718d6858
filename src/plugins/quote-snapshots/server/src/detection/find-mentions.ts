import { attachIsins } from './patterns/isins';
import type { FindOptions, Mention } from './mention';
import { normalizeText } from './normalize-text';
import { findCashtags } from './patterns/cashtags';
import { findListings } from './patterns/listings';
import { maskAddresses } from './text/mask-addresses';

/**
 * Every place of a text that names a listing, in order: `(NASDAQ: MSFT)`, `(TSX/NYSE: SHOP)`, `$TSLA`.
 *
 * Its time grows with the length of the text and with nothing else: every pattern has a bounded length, and no place is scanned twice.
 *
 * @returns mentions whose `start` and `end` cover the symbol as printed, in the text as given
 */
export const findEveryMention = (
  text: string,
  { format = 'plain', cashtags = false }: FindOptions = {},
): Mention[] => {
  const normalized = normalizeText(text, format);
  const prose = maskAddresses(normalized.text);
  const found = [...attachIsins(prose, findListings(prose)), ...(cashtags ? findCashtags(prose) : [])];
  return found
    .map((mention) => ({
      ...mention,
      start: normalized.sourceOffset(mention.start),
      // The place behind the last character: markup may stand before the next character of the text.
      end: normalized.sourceOffset(mention.end - 1) + 1,
    }))
    .sort((a, b) => a.start - b.start);
};

const listingOf = ({ symbol, mic, candidates }: Mention): string =>
  `${mic ?? candidates.join('/')}:${symbol}`;

/**
 * Each listing once. A cashtag goes where the same symbol is named with an exchange anywhere in the text. The listing keeps the ISIN
 * of whichever of its mentions has one.
 */
export const distinctListings = <M extends Mention>(mentions: readonly M[]): M[] => {
  const withExchange = new Set(
    mentions.filter(({ exchange }) => exchange !== null).map(({ symbol }) => symbol),
  );
  const seen = new Map<string, M>();
  for (const mention of mentions) {
    if (mention.exchange === null && withExchange.has(mention.symbol)) continue;
    const listing = listingOf(mention);
    const known = seen.get(listing);
    if (!known) seen.set(listing, mention);
    else if (mention.isin && !known.isin) seen.set(listing, { ...known, isin: mention.isin });
  }
  return [...seen.values()];
};

/**
 * The listings that a text names, each once, in order of first appearance.
 *
 * @see findEveryMention for what counts as a mention, and for every place
 */
export const findMentions = (text: string, options: FindOptions = {}): Mention[] =>
  distinctListings(findEveryMention(text, options));

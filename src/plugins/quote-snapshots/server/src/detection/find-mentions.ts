import { attachIsins } from './patterns/isins';
import type { FindOptions, Mention } from './mention';
import { normalizeText } from './normalize-text';
import { findCashtags } from './patterns/cashtags';
import { findListings } from './patterns/listings';
import { maskAddresses } from './text/mask-addresses';

/**
 * Every place in a text that names a listing, in order: `(NASDAQ: MSFT)`, `(TSX/NYSE: SHOP)`, `$TSLA`.
 *
 * The time grows with the length of the text only: every pattern has a bounded length, and no place is scanned twice.
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
      // `end` is the offset after the last character. It is not the offset of the next character: markup may stand between the two.
      end: normalized.sourceOffset(mention.end - 1) + 1,
    }))
    .sort((a, b) => a.start - b.start);
};

const listingOf = ({ symbol, mic, candidates }: Mention): string =>
  `${mic ?? candidates.join('/')}:${symbol}`;

/**
 * Each listing once. A cashtag is dropped if the text names the same symbol with an exchange anywhere. If any mention of the
 * listing has an ISIN, the result has it.
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
 * The listings that a text names, each once, in the order of their first mention.
 *
 * @see findEveryMention for what counts as a mention, and to get every place
 */
export const findMentions = (text: string, options: FindOptions = {}): Mention[] =>
  distinctListings(findEveryMention(text, options));

import { withIsins } from './patterns/isins';
import type { FindOptions, Mention, TextFormat } from './mention';
import { readHtml } from './text/normalize-html';
import { readMarkdown } from './text/normalize-markdown';
import { readPlain, type Reading } from './text/normalized-text';
import { scanCashtags } from './patterns/cashtags';
import { scanExchanges } from './patterns/listings';
import { withoutAddresses } from './text/mask-addresses';

const READERS: Readonly<Record<TextFormat, (text: string) => Reading>> = {
  plain: readPlain,
  markdown: readMarkdown,
  html: readHtml,
};

/**
 * Every place of a text that names a listing, in order: `(NASDAQ: MSFT)`, `(TSX/NYSE: SHOP)`, `$TSLA`.
 *
 * Time is linear in the text, whatever the text: every pattern is of bounded length, and nothing is read twice.
 *
 * @returns mentions whose `start` and `end` cover the symbol as printed, in the text as given
 */
export const findEveryMention = (
  text: string,
  { format = 'plain', cashtags = false }: FindOptions = {},
): Mention[] => {
  const reading = READERS[format](text);
  const prose = withoutAddresses(reading.text);
  const found = [...withIsins(prose, scanExchanges(prose)), ...(cashtags ? scanCashtags(prose) : [])];
  return found
    .map((mention) => ({
      ...mention,
      start: reading.original(mention.start),
      // The last character's place and one more: what follows it may be markup.
      end: reading.original(mention.end - 1) + 1,
    }))
    .sort((a, b) => a.start - b.start);
};

const listingOf = ({ symbol, mic, candidates }: Mention): string =>
  `${mic ?? candidates.join('/')}:${symbol}`;

/** Drops repetitions, and cashtags of symbols that are named with their exchange anywhere; an ISIN is kept wherever it stands. */
export const distinct = <M extends Mention>(mentions: readonly M[]): M[] => {
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
  distinct(findEveryMention(text, options));

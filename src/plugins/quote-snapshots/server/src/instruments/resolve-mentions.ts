import { exchangeLabel, type Mention } from '../detection';
import { formatInstrument } from './instrument';
import type { Ticker } from './ticker';

/** An instrument whose quote a publication needs. */
export interface WantedInstrument {
  /** `XNAS:MSFT` */
  instrument: string;
  mic: string;
  symbol: string;
  /** The exchange and the name as shown to readers. */
  exchange: string | null;
  name: string | null;
  /** ISO 4217, where the newsroom states it. */
  currency: string | null;
  ticker: Ticker | null;
}

/** A mention that may be several listings, or whose ISIN differs from its ticker's, with the reason in words for an editor. */
export interface UnresolvedMention {
  symbol: string;
  exchange: string | null;
  reason: string;
}

export interface Resolution {
  wanted: WantedInstrument[];
  unresolved: UnresolvedMention[];
}

type MentionOfText = Pick<Mention, 'symbol' | 'mic' | 'exchange' | 'candidates' | 'isin'>;

const describe = (mic: string, symbol: string, ticker: Ticker | null): WantedInstrument => ({
  instrument: formatInstrument({ mic, symbol }),
  mic,
  symbol,
  exchange: ticker?.exchange ?? exchangeLabel(mic) ?? null,
  name: ticker?.name ?? null,
  currency: ticker?.currency ?? null,
  ticker,
});

const reasonFor = (
  { symbol, exchange, candidates }: MentionOfText,
  matches: Ticker[],
  hasTickers: boolean,
): string => {
  const printed = exchange ? `“${exchange}: ${symbol}”` : `“$${symbol}”`;
  if (matches.length > 1) {
    const listings = matches.map(formatInstrument).join(', ');
    return `${printed} may be any of the tickers ${listings}. Link the one that is meant to the article and publish again.`;
  }
  const meaning = exchange
    ? `“${exchange}” may mean ${candidates.join(' or ')}`
    : 'A cashtag names no exchange';
  const way = hasTickers
    ? ', and no ticker of the newsroom settles it: add the ticker, or print the exchange in full'
    : ': print the exchange in full';
  return `${printed} was left out. ${meaning}${way}, and publish again.`;
};

/** Whether the ISIN that the text prints differs from the ticker's. Then the text means another share. */
const contradicts = ({ isin }: MentionOfText, ticker: Ticker): boolean =>
  isin !== undefined && ticker.isin !== null && ticker.isin.toUpperCase() !== isin;

const contradiction = ({ symbol, exchange, isin }: MentionOfText, ticker: Ticker): string =>
  `“${exchange ?? ''}: ${symbol}” was left out. The text gives the ISIN ${isin}, the ticker ${formatInstrument(ticker)} ` +
  `has ${ticker.isin}: correct the one that is wrong, or link the ticker to the article, and publish again.`;

/**
 * Turns mentions into instruments: those of the text in the order of first mention, then the linked tickers that the text does not
 * mention. An instrument without a ticker is wanted as well. Where a mention may mean several listings, the linked tickers
 * decide, or else the newsroom's; nothing is guessed. A ticker with another ISIN than the text prints is not the listing that is
 * meant, unless an editor linked it.
 *
 * @param tickers the newsroom's tickers whose symbols the mentions name
 * @param linked the tickers that an editor linked to the document
 * @param hasTickers whether the app has a type for tickers: where it has none, no editor is told to add one
 */
export const resolveMentions = (
  mentions: readonly MentionOfText[],
  tickers: readonly Ticker[],
  linked: readonly Ticker[],
  hasTickers: boolean,
): Resolution => {
  const wanted = new Map<string, WantedInstrument>();
  const unresolved = new Map<string, UnresolvedMention>();
  const want = (mic: string, symbol: string, ticker: Ticker | null) => {
    const described = describe(mic, symbol, ticker);
    if (!wanted.has(described.instrument)) wanted.set(described.instrument, described);
  };
  const known = [...linked, ...tickers];

  for (const mention of mentions) {
    const { symbol, mic, exchange, candidates } = mention;
    const leaveOut = (reason: string) =>
      unresolved.set(`${exchange ?? '$'}:${symbol}`, { symbol, exchange, reason });
    if (mic) {
      const ticker = known.find((one) => one.mic === mic && one.symbol === symbol) ?? null;
      if (ticker && !linked.includes(ticker) && contradicts(mention, ticker))
        leaveOut(contradiction(mention, ticker));
      else want(mic, symbol, ticker);
      continue;
    }
    const matching = (ticker: Ticker) =>
      ticker.symbol === symbol &&
      ticker.listed &&
      !contradicts(mention, ticker) &&
      (candidates.length === 0 || candidates.includes(ticker.mic));
    const linkedMatches = linked.filter(matching);
    const matches = linkedMatches.length > 0 ? linkedMatches : tickers.filter(matching);
    const [only] = matches;
    if (only && matches.length === 1) want(only.mic, symbol, only);
    else leaveOut(reasonFor(mention, matches, hasTickers));
  }
  for (const ticker of linked) want(ticker.mic, ticker.symbol, ticker);

  return { wanted: [...wanted.values()], unresolved: [...unresolved.values()] };
};

import { exchangeLabel, type Mention } from '../detection';
import { formatInstrument } from './instrument';
import type { Ticker } from './ticker';
import type { ReasonCode, ReasonParams } from '../reasons/reason';

/** An instrument whose quote a publication needs. */
export interface WantedInstrument {
  /** `XNAS:MSFT` */
  instrument: string;
  mic: string;
  symbol: string;
  /** The exchange and the name that readers are shown. */
  exchange: string | null;
  name: string | null;
  /** ISO 4217; null if the newsroom's ticker does not state it. */
  currency: string | null;
  ticker: Ticker | null;
}

/** A mention that is left out, and why: it may mean several listings, or its ISIN differs from its ticker's. */
export interface UnresolvedMention {
  symbol: string;
  exchange: string | null;
  reasonCode: ReasonCode;
  reasonParams: ReasonParams;
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

type Why = Pick<UnresolvedMention, 'reasonCode' | 'reasonParams'>;

/** A mention as its text prints it: `TSE: RY`, `$GME`. */
const asPrinted = ({ symbol, exchange }: Pick<Mention, 'symbol' | 'exchange'>): string =>
  exchange ? `${exchange}: ${symbol}` : `$${symbol}`;

/** The name of an exchange that readers are shown; if it has none, its code. */
const nameOfMarket = (mic: string): string => exchangeLabel(mic) ?? mic;

/** A listing as editors know it: `RY (TSX)`. */
const nameOfListing = ({ mic, symbol, exchange }: Pick<Ticker, 'mic' | 'symbol' | 'exchange'>): string =>
  `${symbol} (${exchange ?? nameOfMarket(mic)})`;

const whyAmbiguous = (mention: MentionOfText, matches: Ticker[], hasTickers: boolean): Why => {
  const { exchange, candidates } = mention;
  const printed = { mention: asPrinted(mention) };
  if (matches.length > 1) {
    return {
      reasonCode: 'ambiguous-tickers',
      reasonParams: { ...printed, listings: matches.map(nameOfListing) },
    };
  }
  if (!exchange)
    return { reasonCode: hasTickers ? 'cashtag' : 'cashtag-without-tickers', reasonParams: printed };
  return {
    reasonCode: hasTickers ? 'ambiguous-exchange' : 'ambiguous-exchange-without-tickers',
    reasonParams: { ...printed, exchange, markets: candidates.map(nameOfMarket) },
  };
};

/** Whether the ISIN in the text differs from the ticker's. Then the text means another share. */
const contradicts = ({ isin }: MentionOfText, ticker: Ticker): boolean =>
  isin !== undefined && ticker.isin !== null && ticker.isin.toUpperCase() !== isin;

const whyContradicted = (mention: MentionOfText, ticker: Ticker): Why => ({
  reasonCode: 'isin-differs',
  reasonParams: {
    mention: asPrinted(mention),
    printed: mention.isin ?? '',
    listing: nameOfListing(ticker),
    known: ticker.isin ?? '',
  },
});

/**
 * Turns mentions into instruments: first those of the text, in the order of their first mention, then the linked tickers that the
 * text does not mention. An instrument is wanted even if there is no ticker for it. If a mention may mean several listings, the
 * linked tickers decide, or else the newsroom's tickers; nothing is guessed. A ticker whose ISIN differs from the text is not the
 * listing that is meant, unless an editor linked it.
 *
 * @param tickers the newsroom's tickers whose symbols the mentions name
 * @param linked the tickers that an editor linked to the document
 * @param hasTickers whether the app has a type for tickers; if not, the reasons do not tell an editor to add one
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
    const leaveOut = (why: Why) =>
      unresolved.set(`${exchange ?? '$'}:${symbol}`, { symbol, exchange, ...why });
    if (mic) {
      const ticker = known.find((one) => one.mic === mic && one.symbol === symbol) ?? null;
      if (ticker && !linked.includes(ticker) && contradicts(mention, ticker))
        leaveOut(whyContradicted(mention, ticker));
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
    else leaveOut(whyAmbiguous(mention, matches, hasTickers));
  }
  for (const ticker of linked) want(ticker.mic, ticker.symbol, ticker);

  return { wanted: [...wanted.values()], unresolved: [...unresolved.values()] };
};

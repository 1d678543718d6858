import type { PublicationPreview } from '../../publication/preview-publication';
import { exchangeLabel, type EntryMention } from '../../detection';
import { formatInstrument } from '../../instruments/instrument';
import type { Ticker } from '../../instruments/ticker';
import { presentSnapshot } from './present-snapshot';

/** A cashtag names no exchange. Cashtags are usual for US markets. */
const CASHTAG_MARKETS = ['XNAS', 'XNYS', 'XASE', 'ARCX'];

const presentTicker = ({ id, documentId }: Ticker) => ({ id, documentId });

const choice = (mic: string, symbol: string, tickers: readonly Ticker[]) => {
  const ticker = tickers.find((known) => known.mic === mic && known.symbol === symbol);
  return {
    instrument: formatInstrument({ mic, symbol }),
    mic,
    symbol,
    exchange: ticker?.exchange ?? exchangeLabel(mic) ?? mic,
    name: ticker?.name ?? null,
    ticker: ticker ? presentTicker(ticker) : null,
  };
};

/** The listings that an ambiguous mention may mean: the newsroom's own first. */
const choicesOf = ({ symbol, candidates }: EntryMention, tickers: readonly Ticker[]) => {
  const markets = candidates.length > 0 ? candidates : CASHTAG_MARKETS;
  const own = tickers.filter(
    (ticker) => ticker.symbol === symbol && (candidates.length === 0 || candidates.includes(ticker.mic)),
  );
  return [...new Set([...own.map(({ mic }) => mic), ...markets])].map((mic) => choice(mic, symbol, tickers));
};

/**
 * A preview in the form in which the panel shows it.
 *
 * @param companyNames the names of the listings' companies in the draft, by instrument
 */
export const presentPreview = (
  { mentions, wanted, unresolved, retired }: PublicationPreview,
  tickers: readonly Ticker[],
  companyNames: ReadonlyMap<string, string>,
) => ({
  mentions: mentions.map(({ symbol, exchange }) => ({ symbol, exchange })),
  instruments: wanted.map(({ instrument, symbol, mic, exchange, name, ticker, act, snapshot }) => ({
    instrument,
    symbol,
    mic,
    exchange,
    name,
    ticker: ticker ? presentTicker(ticker) : null,
    companyName: companyNames.get(instrument) ?? null,
    act,
    snapshot: snapshot ? presentSnapshot(snapshot) : null,
  })),
  ambiguous: unresolved.map(({ symbol, exchange, reasonCode, reasonParams }) => {
    const mention = mentions.find(
      (one) => one.mic === null && one.symbol === symbol && one.exchange === exchange,
    );
    return {
      symbol,
      exchange,
      reason: null,
      reasonCode,
      reasonParams,
      choices: mention ? choicesOf(mention, tickers) : [],
    };
  }),
  retired: retired.map(presentSnapshot),
});

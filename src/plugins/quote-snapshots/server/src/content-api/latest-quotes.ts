import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { formatInstrument, parseInstrument, type Instrument } from '../instruments/instrument';
import type { Ticker } from '../instruments/ticker';
import type { Answer } from '../capture/answer';
import { delayNotice } from './delay-notice';
import { pluginContext } from '../plugin-context';
import { codedReason, type ReasonCode } from '../reasons/reason';
import { wordReason } from '../reasons/word-reason';
import { defaultLocale } from '../strapi/default-locale';

/** The most instruments of one request. A box on a page has about ten. */
export const MOST_INSTRUMENTS = 50;

/** How long a reader waits for live quotes, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

/** @throws ValidationError that names the malformed instrument, or says that there are too many */
const parseList = (list: string): Instrument[] => {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) {
    throw new errors.ValidationError(
      'instruments is empty: name some, as XNAS:AAPL,XNYS:ORCL, or leave it out.',
    );
  }
  if (names.length > MOST_INSTRUMENTS) {
    throw new errors.ValidationError(
      `instruments names ${names.length}, more than the ${MOST_INSTRUMENTS} that one request may ask for.`,
    );
  }
  return names.map((name) => {
    try {
      return parseInstrument(name);
    } catch (error) {
      throw new errors.ValidationError(
        `instruments: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  });
};

const present = (ticker: Ticker, answer: Extract<Answer, { quote: unknown }>) => {
  const { quote, provider, attribution } = answer;
  const { instrument: _instrument, ...figures } = quote;
  return {
    instrument: formatInstrument(ticker),
    symbol: ticker.symbol,
    mic: ticker.mic,
    ...figures,
    exchange: ticker.exchange ?? quote.exchange,
    name: ticker.name ?? quote.name,
    provider,
    attribution,
  };
};

/** Puts into words why instruments have no quote. */
const wordMissing = async (
  strapi: Core.Strapi,
  missing: readonly { instrument: string; reasonCode: ReasonCode }[],
  locale: string | undefined,
): Promise<{ instrument: string; reasonCode: ReasonCode; reason: string }[]> => {
  if (missing.length === 0) return [];
  const language = locale ?? (await defaultLocale(strapi));
  return missing.map(({ instrument, reasonCode }) => ({
    instrument,
    reasonCode,
    reason: wordReason(codedReason(reasonCode), language) ?? reasonCode,
  }));
};

/**
 * The "Recent Quotes" box: live quotes of the newsroom's own active tickers. Other instruments are refused, because the API must
 * not become a free proxy to the newsroom's paid feed. Without a list: the featured tickers in their order.
 *
 * @param list `XNAS:AAPL,XNYS:ORCL`, at most 50
 * @param locale the language of reasons; if absent, the app's default locale
 * @throws ValidationError for a list that cannot be read
 */
export const latestQuotes = async (
  strapi: Core.Strapi,
  { list, locale }: { list?: string | undefined; locale?: string | undefined } = {},
) => {
  const { desk, directory, provider } = pluginContext(strapi);
  const asked = list === undefined ? undefined : parseList(list);
  const tickers = asked ? await directory.active(asked) : await directory.featured(MOST_INSTRUMENTS);
  const byInstrument = new Map(tickers.map((ticker) => [formatInstrument(ticker), ticker]));
  const answers: ReadonlyMap<string, Answer> =
    tickers.length === 0
      ? new Map<string, Answer>()
      : await desk.getQuotes(tickers, { timeoutMs: ANSWER_WITHIN_MS, priority: 'visitor' });

  const data: ReturnType<typeof present>[] = [];
  const missing: { instrument: string; reasonCode: ReasonCode }[] = [];
  for (const instrument of (asked ?? tickers).map(formatInstrument)) {
    const ticker = byInstrument.get(instrument);
    const answer = answers.get(instrument);
    if (!ticker) {
      missing.push({ instrument, reasonCode: 'not-an-active-ticker' });
    } else if (answer && 'quote' in answer) {
      data.push(present(ticker, answer));
    } else {
      // The provider's own message is not shown: it is in English, and may name limits of the newsroom's plan.
      missing.push({ instrument, reasonCode: answer?.failure.code ?? 'timeout' });
    }
  }
  const delayMinutes = Math.max(provider.delayMinutes, ...data.map((quote) => quote.delayMinutes ?? 0));
  return {
    data,
    meta: {
      provider: provider.name,
      attribution: [...new Set(data.map(({ attribution }) => attribution))].join(' ') || provider.attribution,
      delayMinutes,
      delayNotice: delayNotice(delayMinutes),
      unavailable: await wordMissing(strapi, missing, locale),
    },
  };
};

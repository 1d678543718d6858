import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { toFailure } from '../http/refusal';
import { failure } from '../market-data/failure';
import { impliedCurrency } from '../market-data/market-currencies';
import type { QuoteAnswer, QuoteFailure } from '../market-data/quote';
import { coveredMarket, vendorSymbol, type SymbolSpelling } from '../market-data/symbol-spelling';
import { validateQuote } from '../market-data/validate-quote';
import type { QuoteRequest } from '../quote-provider';
import { mapConcurrently } from './map-concurrently';
import { isFailure, type RawAnswer, type RawAnswers, type SymbolBatch } from './raw-answers';
import { splitRefusedBatch } from './split-refused-batch';

/** The facts about a vendor that `requestBatch` and `requestEach` need. */
export interface Vendor {
  name: string;
  spelling: SymbolSpelling;
  /** Whether its responses state a currency. If not, only markets that quote in exactly one currency are requested. */
  statesCurrency: boolean;
  /** Instruments with the same key can share a request. If absent, all instruments of a batch can. */
  requestKey?: (instrument: Instrument) => string;
  now: () => Date;
}

/** Why an instrument cannot be requested from this vendor. */
const notCovered = ({ name, spelling, statesCurrency }: Vendor, instrument: Instrument): string => {
  const { mic } = instrument;
  if (coveredMarket(spelling, mic) === undefined)
    return `The provider “${name}” does not cover the market ${mic}.`;
  if (!statesCurrency && !impliedCurrency(mic)) {
    return `The provider “${name}” does not say in which currency or unit it quotes ${mic}: use another provider for this market.`;
  }
  return `The provider “${name}” would take ${formatInstrument(instrument)} for a symbol of another market.`;
};

/** The vendor's symbols, and the failures of instruments that it cannot quote. */
const spellSymbols = (vendor: Vendor, instruments: readonly Instrument[]) => {
  const symbols = new Map<string, Instrument[]>();
  const failures = new Map<string, QuoteAnswer>();
  for (const instrument of instruments) {
    const symbol = vendorSymbol(vendor.spelling, instrument);
    if (symbol !== undefined && (vendor.statesCurrency || impliedCurrency(instrument.mic))) {
      symbols.set(symbol, [...(symbols.get(symbol) ?? []), instrument]);
    } else {
      const reason = failure('unknown-instrument', notCovered(vendor, instrument));
      failures.set(formatInstrument(instrument), { failure: reason });
    }
  }
  return { symbols, failures };
};

/** Validates the answer for each symbol. If there is none, the vendor does not know the symbol. */
const validateAll = (
  { now }: Vendor,
  symbols: SymbolBatch,
  answers: ReadonlyMap<string, RawAnswer>,
  asOf: Date | undefined,
): [string, QuoteAnswer][] =>
  [...symbols].flatMap(([symbol, instruments]) =>
    instruments.map((instrument): [string, QuoteAnswer] => {
      const id = formatInstrument(instrument);
      const answer =
        answers.get(symbol) ?? failure('unknown-instrument', `The provider does not know ${id}.`);
      return [
        id,
        isFailure(answer) ? { failure: toFailure(answer) } : validateQuote(instrument, answer, now(), asOf),
      ];
    }),
  );

/**
 * Counts one more HTTP request to the vendor. Adapters call it before every request that they send, because a split batch or a
 * second attempt uses quota too.
 *
 * @param instruments the instruments of this HTTP request
 * @returns undefined if the request may be sent, otherwise the failure for these instruments
 */
export const chargeQuota = async (
  { chargeQuota: charge }: Pick<QuoteRequest, 'chargeQuota'>,
  instruments: readonly Instrument[],
): Promise<QuoteFailure | undefined> =>
  charge === undefined || (await charge(instruments))
    ? undefined
    : failure('quota', 'The quota of the provider is used up for now.');

const pick = (symbols: SymbolBatch, some: readonly string[]): SymbolBatch =>
  new Map(some.map((symbol) => [symbol, symbols.get(symbol) ?? []]));

const groupByRequest = ({ requestKey }: Vendor, symbols: SymbolBatch): string[][] => {
  const groups = new Map<string, string[]>();
  for (const [symbol, [instrument]] of symbols) {
    const key = instrument && requestKey ? requestKey(instrument) : '';
    groups.set(key, [...(groups.get(key) ?? []), symbol]);
  }
  return [...groups.values()];
};

/**
 * Quotes from a vendor that accepts many symbols in one request: spells the symbols, charges the quota for what was not charged
 * before, sends the batch, splits it if the vendor refuses all of it because of one symbol, and validates each answer.
 *
 * @param request the argument of `getQuotes`
 * @param send sends one HTTP request for these symbols
 */
export const requestBatch = async (
  vendor: Vendor,
  request: QuoteRequest,
  send: (batch: SymbolBatch) => Promise<RawAnswers>,
): Promise<Map<string, QuoteAnswer>> => {
  const { symbols, failures } = spellSymbols(vendor, request.instruments);
  const sendCharged = async (some: readonly string[]): Promise<RawAnswers> => {
    const batch = pick(symbols, some);
    return (await chargeQuota(request, [...batch.values()].flat())) ?? send(batch);
  };
  const groups = await mapConcurrently(groupByRequest(vendor, symbols), (group) =>
    splitRefusedBatch(group, sendCharged),
  );
  const answers = new Map(groups.flatMap((group) => [...group]));
  return new Map([...failures, ...validateAll(vendor, symbols, answers, request.asOf)]);
};

/** Sends one request for each symbol, and charges each to the quota. @param sendOne returns undefined for an unknown symbol */
export const sendEach = async (
  symbols: SymbolBatch,
  request: QuoteRequest,
  sendOne: (symbol: string, instrument: Instrument) => Promise<RawAnswer | undefined>,
): Promise<Map<string, RawAnswer>> => {
  const answers = await mapConcurrently([...symbols], async ([symbol, instruments]) => {
    const [instrument] = instruments;
    if (!instrument) return [];
    const answer = (await chargeQuota(request, instruments)) ?? (await sendOne(symbol, instrument));
    return answer ? [[symbol, answer] as const] : [];
  });
  return new Map(answers.flat());
};

/** Quotes from a vendor that accepts one symbol in each request: like `requestBatch`, with one call of `sendOne` for each symbol. */
export const requestEach = async (
  vendor: Vendor,
  request: QuoteRequest,
  sendOne: (symbol: string, instrument: Instrument) => Promise<RawAnswer | undefined>,
): Promise<Map<string, QuoteAnswer>> => {
  const { symbols, failures } = spellSymbols(vendor, request.instruments);
  const answers = await sendEach(symbols, request, sendOne);
  return new Map([...failures, ...validateAll(vendor, symbols, answers, request.asOf)]);
};

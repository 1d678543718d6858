import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { splitRefusedBatch, type RawAnswers } from './split-refused-batch';
import { validateQuote, type RawQuote } from '../market-data/validate-quote';
import { toFailure } from '../http/refusal';
import { failure } from '../market-data/failure';
import { mapConcurrently } from './map-concurrently';
import { impliedCurrency } from '../market-data/market-currencies';
import type { QuoteFailure, QuoteAnswer } from '../market-data/quote';
import type { QuoteRequest } from './quote-provider';
import { coveredMarket, vendorSymbol, type SymbolSpelling } from '../market-data/symbol-spelling';

/** What an adapter has to say of one symbol: figures to be checked, or the vendor's own no. */
export type RawAnswer = RawQuote | QuoteFailure;

/** The symbols to ask for, in the vendor's spelling, and what each stands for. */
export type SymbolBatch = ReadonlyMap<string, readonly Instrument[]>;

export interface Vendor {
  name: string;
  spelling: SymbolSpelling;
  /** A vendor that states no currency is asked only where the market leaves no doubt of it. */
  statesCurrency: boolean;
  /** Which instruments share a request: those with the same answer. All of a batch where it is absent. */
  sharing?: (instrument: Instrument) => string;
  now: () => Date;
}

const isFailure = (reading: RawAnswer): reading is QuoteFailure => 'code' in reading;

/** Why an instrument cannot be asked for. */
const uncovered = ({ name, spelling, statesCurrency }: Vendor, instrument: Instrument): string => {
  const { mic } = instrument;
  if (coveredMarket(spelling, mic) === undefined)
    return `The provider “${name}” does not cover the market ${mic}.`;
  if (!statesCurrency && !impliedCurrency(mic)) {
    return `The provider “${name}” does not say in which currency or unit it quotes ${mic}: another provider is needed for it.`;
  }
  return `The provider “${name}” would take ${formatInstrument(instrument)} for a symbol of another market.`;
};

/** The symbols in groups that the vendor takes in one request each. */
const groupsOf = ({ sharing }: Vendor, asked: SymbolBatch): string[][] => {
  const groups = new Map<string, string[]>();
  for (const [symbol, [instrument]] of asked) {
    const group = instrument && sharing ? sharing(instrument) : '';
    groups.set(group, [...(groups.get(group) ?? []), symbol]);
  }
  return [...groups.values()];
};

const someOf = (asked: SymbolBatch, symbols: readonly string[]): SymbolBatch =>
  new Map(symbols.map((symbol) => [symbol, asked.get(symbol) ?? []]));

/**
 * What all adapters do: spell the symbols, say of what cannot be asked that it cannot, ask for the rest (anew for
 * the others where the vendor refuses all for one), and check what was answered. A symbol without an answer is one that
 * the vendor does not know.
 *
 * @param ask the vendor's own part, a request for symbols that may share one: a reading for each that the vendor has
 * something to say of, or one failure for all
 */
export const requestBatch = async (
  vendor: Vendor,
  { instruments, asOf }: Pick<QuoteRequest, 'instruments' | 'asOf'>,
  ask: (asked: SymbolBatch) => Promise<RawAnswers>,
): Promise<Map<string, QuoteAnswer>> => {
  const outcomes = new Map<string, QuoteAnswer>();
  const asked = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    const symbol = vendorSymbol(vendor.spelling, instrument);
    if (symbol !== undefined && (vendor.statesCurrency || impliedCurrency(instrument.mic))) {
      asked.set(symbol, [...(asked.get(symbol) ?? []), instrument]);
    } else {
      const reason = failure('unknown-instrument', uncovered(vendor, instrument));
      outcomes.set(formatInstrument(instrument), { failure: reason });
    }
  }

  const groups = await mapConcurrently(groupsOf(vendor, asked), (symbols) =>
    splitRefusedBatch(symbols, (some) => ask(someOf(asked, some))),
  );
  const readings = new Map(groups.flatMap((group) => [...group]));
  for (const [symbol, meant] of asked) {
    for (const instrument of meant) {
      const named = formatInstrument(instrument);
      const reading =
        readings.get(symbol) ?? failure('unknown-instrument', `The provider does not know ${named}.`);
      outcomes.set(
        named,
        isFailure(reading)
          ? { failure: toFailure(reading) }
          : validateQuote(instrument, reading, vendor.now(), asOf),
      );
    }
  }
  return outcomes;
};

import type { Instrument } from '../../instruments/instrument';
import type { Refusal } from '../http/refusal';
import type { QuoteFailure } from '../market-data/quote';
import type { RawQuote } from '../market-data/validate-quote';

/** An adapter's result for one symbol: figures that are not validated yet, or the vendor's refusal. */
export type RawAnswer = RawQuote | QuoteFailure;

/** The result of one request: an answer by symbol (none for a symbol that the response lacks), or one refusal for all. */
export type RawAnswers = ReadonlyMap<string, RawAnswer> | Refusal;

/** The symbols of a request, in the vendor's spelling, and the instruments that each stands for. */
export type SymbolBatch = ReadonlyMap<string, readonly Instrument[]>;

export const isFailure = (answer: RawAnswer): answer is QuoteFailure => 'code' in answer;

export const isRefusal = (answers: RawAnswers): answers is Refusal => 'code' in answers;

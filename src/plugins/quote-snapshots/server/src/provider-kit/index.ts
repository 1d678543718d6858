/**
 * For those who write a provider: the types, what our own adapters are made of, and the checks that they pass.
 *
 * ```ts
 * import { checkQuote, fetchJson, type ProviderModule } from 'strapi-plugin-quote-snapshots/provider-kit';
 * ```
 */
export { answerBatch, type Asked, type Reading, type Vendor } from '../providers/answer-batch';
export { checkQuote, type RawQuote } from '../providers/check-quote';
export { failAll, failure } from '../providers/failures';
export { readFigure, readOptionalFigure } from '../providers/figures';
export { failureOfStatus, fetchJson, vendorUrl, type JsonAnswer } from '../providers/http';
export { planLimits } from '../providers/plan-limits';
export { bare, suffixed, US_EXCHANGES, US_OTC, type SymbolSpelling } from '../providers/symbol-spelling';
export { formatInstrument, parseInstrument, type Instrument } from '../instruments/instrument';
export type * from '../providers/provider';
export { providerChecks, type ProviderCheck } from './provider-checks';
export type { ProviderUnderTest, StandInFault } from './provider-under-test';

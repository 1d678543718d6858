/**
 * For those who write a provider: the types, what our own adapters are made of, and the checks that they pass.
 *
 * ```ts
 * import { validateQuote, fetchJson, type ProviderModule } from 'strapi-plugin-quote-snapshots/provider-kit';
 * ```
 */
export {
  requestBatch,
  type SymbolBatch,
  type RawAnswer,
  type Vendor,
} from '../providers/client/request-batch';
export { validateQuote, type RawQuote } from '../providers/market-data/validate-quote';
export { failAll, failure } from '../providers/market-data/failure';
export { readFigure, readOptionalFigure } from '../providers/market-data/read-figure';
export { failureOfStatus, fetchJson, vendorUrl, type JsonAnswer } from '../providers/http/fetch-json';
export { planLimits } from '../providers/quotas/plan-limits';
export {
  bare,
  suffixed,
  US_EXCHANGES,
  US_OTC,
  type SymbolSpelling,
} from '../providers/market-data/symbol-spelling';
export { formatInstrument, parseInstrument, type Instrument } from '../instruments/instrument';
export type * from '../providers/client/quote-provider';
export type * from '../providers/market-data/quote';
export type { ProviderLimits } from '../providers/quotas/plan-limits';
export { conformanceTests, type ConformanceTest } from './conformance-tests';
export type { ProviderUnderTest, StandInFault } from './provider-under-test';

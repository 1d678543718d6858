/**
 * For authors of providers: the types, the functions that the plugin's own adapters use, and the conformance tests.
 *
 * ```ts
 * import { validateQuote, fetchJson, type ProviderModule } from 'strapi-plugin-quote-snapshots/provider-kit';
 * ```
 */
export { chargeQuota, requestBatch, requestEach, type Vendor } from '../providers/batches/request-batch';
export type { RawAnswer, RawAnswers, SymbolBatch } from '../providers/batches/raw-answers';
export { validateQuote, type RawQuote } from '../providers/market-data/validate-quote';
export { failAll, failure } from '../providers/market-data/failure';
export { readFigure, readOptionalFigure } from '../providers/market-data/read-figure';
export { failureOfStatus, fetchJson, vendorUrl, type JsonAnswer } from '../providers/http/fetch-json';
export { segmentsOf } from '../providers/market-data/market-segments';
export { sanitizeText } from '../providers/market-data/sanitize-text';
export { planLimits } from '../providers/quotas/plan-limits';
export {
  bare,
  suffixed,
  US_EXCHANGES,
  US_OTC,
  type SymbolSpelling,
} from '../providers/market-data/symbol-spelling';
export { formatInstrument, parseInstrument, type Instrument } from '../instruments/instrument';
export type * from '../providers/quote-provider';
export type * from '../providers/market-data/quote';
export type { ProviderLimits } from '../providers/quotas/plan-limits';
export { conformanceTests, type ConformanceTest } from './conformance-tests';
export type { ProviderUnderTest, StandInFault } from './provider-under-test';

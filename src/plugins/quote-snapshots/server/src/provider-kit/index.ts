/**
 * For those who write a provider: the types, what our own adapters are made of, and the checks that they pass.
 *
 * ```ts
 * import { checkQuote, fetchJson, type ProviderModule } from 'strapi-plugin-quote-snapshots/provider-kit';
 * ```
 */
export { answerBatch, type Asked, type Reading, type Vendor } from '../providers/client/request-batch';
export { checkQuote, type RawQuote } from '../providers/market-data/validate-quote';
export { failAll, failure } from '../providers/http/failure';
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
export { providerChecks, type ProviderCheck } from './conformance-tests';
export type { ProviderUnderTest, StandInFault } from './provider-under-test';

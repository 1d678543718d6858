export { checkProvider, type ProviderReport } from './check-provider';
export { loadProvider, PROVIDER_NAMES } from './load-provider';
export { createQuoteDesk, type QuoteDesk } from './quote-desk';
export type { ProviderHealth } from './guarded-provider';
export type { QuotaLedger } from './quota';
export type * from './provider';

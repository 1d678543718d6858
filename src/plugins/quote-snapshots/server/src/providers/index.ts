export { loadProvider } from './load-provider';
export { createQuoteDesk, type QuoteDesk } from './quote-desk';
export type { ProviderHealth } from './guarded-provider';
export type { QuotaLedger } from './quota';
export type * from './provider';

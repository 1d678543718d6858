export { checkProvider, type ProviderReport } from './check-provider';
export { loadProvider, PROVIDER_NAMES } from './load-provider';
export { createQuoteDesk, type QuoteDesk } from './quote-desk';
export type * from './provider';

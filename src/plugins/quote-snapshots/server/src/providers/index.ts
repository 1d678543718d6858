export { loadProvider } from './load-provider';
export { createQuoteDesk, type QuoteDesk } from './quote-desk';
export type * from './provider';

export { runHealthCheck, type HealthReport } from './client/health-check';
export { loadProvider, PROVIDER_NAMES } from './loading/load-provider';
export { createQuoteDesk, type QuoteDesk } from './client/quote-desk';
export type { ProviderHealth } from './client/provider-client';
export type { DeskAnswer } from './client/desk-answer';
export type { QuotaLedger } from './quotas/quota-ledger';
export type * from './market-data/quote';
export type * from './quote-provider';
export type { ProviderLimits } from './quotas/plan-limits';

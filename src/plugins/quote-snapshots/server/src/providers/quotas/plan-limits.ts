import type { ProviderLimits, ProviderOptions } from '../client/quote-provider';

/** A cap as configured, where zero stands for none, else the vendor's own. */
const cap = (configured: number | undefined, own: number | undefined): number | undefined =>
  configured === 0 ? undefined : (configured ?? own);

/**
 * How often a provider may be asked.
 *
 * @param plan the options of the provider, which state the caps of the plan that the key is for; 0 for none
 * @param free the caps of the vendor's free plan, which hold where the options state none
 */
export const planLimits = (
  counts: ProviderLimits['counts'],
  plan: Pick<ProviderOptions, 'perMinute' | 'perDay'>,
  free: Pick<ProviderLimits, 'perMinute' | 'perDay'> = {},
): ProviderLimits => {
  const perMinute = cap(plan.perMinute, free.perMinute);
  const perDay = cap(plan.perDay, free.perDay);
  return {
    counts,
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(perDay === undefined ? {} : { perDay }),
  };
};

/** Whether the options speak of another plan than the vendor's free one, which has less to offer than caps. */
export const isPaidPlan = ({ perMinute, perDay }: Pick<ProviderOptions, 'perMinute' | 'perDay'>): boolean =>
  perMinute !== undefined || perDay !== undefined;

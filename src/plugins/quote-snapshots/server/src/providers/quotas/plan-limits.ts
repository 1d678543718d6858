/** How often a vendor may be asked. A cap that is absent is not known. */
export interface ProviderLimits {
  perMinute?: number;
  perDay?: number;
  /** What the vendor counts: HTTP requests, or each instrument of a request. */
  counts: 'request' | 'instrument';
  /** How many of these a request as of a past minute costs, where it costs more than one. */
  costAsOf?: number;
}

/** The caps of a plan. */
export type PlanCaps = Pick<ProviderLimits, 'perMinute' | 'perDay'>;

/** The configured cap, where 0 stands for no cap; where none is configured, the vendor's own. */
const effectiveCap = (configured: number | undefined, own: number | undefined): number | undefined =>
  configured === 0 ? undefined : (configured ?? own);

/**
 * The limits of a provider.
 *
 * @param configured the caps of the key's plan, from the provider's options; 0 for no cap
 * @param free the caps of the vendor's free plan, which hold where none are configured
 */
export const planLimits = (
  counts: ProviderLimits['counts'],
  configured: PlanCaps,
  free: PlanCaps = {},
): ProviderLimits => {
  const perMinute = effectiveCap(configured.perMinute, free.perMinute);
  const perDay = effectiveCap(configured.perDay, free.perDay);
  return {
    counts,
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(perDay === undefined ? {} : { perDay }),
  };
};

/** Whether caps are configured. The vendor's key is then taken for one of a paid plan, which offers more than the free one. */
export const isPaidPlan = ({ perMinute, perDay }: PlanCaps): boolean =>
  perMinute !== undefined || perDay !== undefined;

/** How many requests a vendor allows. A limit that is absent is not known. */
export interface ProviderLimits {
  perMinute?: number;
  perDay?: number;
  /** What the vendor counts: HTTP requests, or each instrument in a request. */
  counts: 'request' | 'instrument';
  /** The cost of a request as of a past minute, in these units, if it is more than one. */
  costAsOf?: number;
}

/** The limits of a plan. */
export type PlanCaps = Pick<ProviderLimits, 'perMinute' | 'perDay'>;

/** The configured limit, where 0 means no limit. If none is configured, the vendor's own. */
const effectiveCap = (configured: number | undefined, own: number | undefined): number | undefined =>
  configured === 0 ? undefined : (configured ?? own);

/**
 * The limits of a provider.
 *
 * @param configured the limits of the key's plan, from the provider's options; 0 for no limit
 * @param free the limits of the vendor's free plan, which apply if none are configured
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

/** Whether limits are configured. Then the vendor's key counts as one of a paid plan, which offers more than the free plan. */
export const isPaidPlan = ({ perMinute, perDay }: PlanCaps): boolean =>
  perMinute !== undefined || perDay !== undefined;

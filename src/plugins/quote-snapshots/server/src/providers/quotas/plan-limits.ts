/** How often a vendor lets itself be asked; a cap that is absent is not stated. */
export interface ProviderLimits {
  perMinute?: number;
  perDay?: number;
  /** What the vendor counts: requests, or each instrument of a batch. */
  counts: 'request' | 'instrument';
}

/** The caps of a plan; one that is absent is not stated. */
export type PlanCaps = Pick<ProviderLimits, 'perMinute' | 'perDay'>;

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
  plan: PlanCaps,
  free: PlanCaps = {},
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
export const isPaidPlan = ({ perMinute, perDay }: PlanCaps): boolean =>
  perMinute !== undefined || perDay !== undefined;

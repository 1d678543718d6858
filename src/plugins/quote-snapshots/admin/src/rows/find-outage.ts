import type { FailureCode, LiveAnswer } from '../api/answers';
import type { QuoteRow } from './quote-rows';

/** Failures of the provider that do not depend on the listing. */
const PROVIDER_FAILURES = ['network', 'timeout', 'quota', 'bad-answer', 'refused'] as const;

export type OutageCode = (typeof PROVIDER_FAILURES)[number];

export interface ProviderFailure {
  code: OutageCode;
  /** Its name in the configuration, such as `twelve-data`. */
  provider: string;
}

const isOutageCode = (code: FailureCode): code is OutageCode =>
  (PROVIDER_FAILURES as readonly string[]).includes(code);

/**
 * The failure of a provider that answers for no listing at all. Undefined if it answers, or if nothing was requested. A single
 * listing without a quote is not an outage.
 */
export const findOutage = (
  rows: readonly QuoteRow[],
  answers: ReadonlyMap<string, LiveAnswer>,
): ProviderFailure | undefined => {
  const asked = rows.flatMap(({ instrument }) => (instrument && answers.get(instrument)) || []);
  const failures = asked.flatMap(({ failure, provider }) =>
    failure && isOutageCode(failure.code) ? [{ code: failure.code, provider }] : [],
  );
  return failures.length === asked.length ? failures[0] : undefined;
};

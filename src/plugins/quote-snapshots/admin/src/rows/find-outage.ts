import type { FailureCode, LiveAnswer } from '../api/answers';
import type { QuoteRow } from './quote-rows';

/** Failures of the provider itself, whatever the listing. */
const PROVIDER_FAILURES: ReadonlySet<string> = new Set<FailureCode>([
  'network',
  'timeout',
  'quota',
  'bad-answer',
  'refused',
]);

/**
 * The failure of a provider that answers for no listing at all; undefined where it answers, or where nothing was asked.
 * One listing that cannot be had is no outage.
 */
export const findOutage = (
  rows: readonly QuoteRow[],
  answers: ReadonlyMap<string, LiveAnswer>,
): FailureCode | undefined => {
  const asked = rows.flatMap(({ instrument }) => (instrument && answers.get(instrument)) || []);
  const failures = asked.flatMap(({ failure }) => failure ?? []);
  const isOut =
    asked.length > 0 &&
    failures.length === asked.length &&
    failures.every(({ code }) => PROVIDER_FAILURES.has(code));
  return isOut ? failures[0]?.code : undefined;
};

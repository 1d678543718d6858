import type { FailureCode } from '../providers';
import type { Answer } from './answer';
import type { PluginConfig } from '../config/schema';
import type { ReasonParams } from '../reasons/reason';
import type { WaitingRow } from '../store/snapshot-row';

/** A price taken within a minute of publication is of that minute, the finest moment a provider can be asked for. */
export const LATE_AFTER_MS = 60_000;

/** Whether a quote of now is taken where the price at publication cannot be had any more, and for how long. */
export interface LatePolicy {
  mode: 'live' | 'never';
  maxMs: number;
}

const HOUR_MS = 3_600_000;

/** The policy as configured. */
export const latePolicy = ({
  late,
  lateMaxHours,
}: Pick<PluginConfig, 'late' | 'lateMaxHours'>): LatePolicy => ({
  mode: late,
  maxMs: lateMaxHours * HOUR_MS,
});

/** Milliseconds since the publication that a row belongs to. */
export const ageOf = (
  { relatedPublishedAt }: Pick<WaitingRow, 'relatedPublishedAt'>,
  now = new Date(),
): number => now.getTime() - new Date(relatedPublishedAt).getTime();

/** Until one of these is reached, only the price at publication is asked for. */
const ONLY_THEN_MS = 10 * 60_000;
const ONLY_THEN_ATTEMPTS = 3;

/** Failures that mean that a provider's plan or data do not reach back to a minute. An outage does not mean that. */
const CANNOT_TELL: ReadonlySet<FailureCode> = new Set(['refused', 'no-price', 'stale', 'incomplete-quote']);

/** Whole minutes, at least one, for a reason that tells how long something took. */
export const minutesOf = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 60_000));

/** Whether a provider was asked for the minute of publication and could not tell. */
export const cannotTellThen = (answer: Answer): boolean =>
  answer.asOf !== null && 'failure' in answer && CANNOT_TELL.has(answer.failure.code);

/**
 * Whether a quote of now is no longer taken for a row. A row that a person had captured again takes one at any time, and
 * says how late it is: the person judges.
 *
 * @param age milliseconds since publication
 */
export const isTooLate = (
  { correction }: Pick<WaitingRow, 'correction'>,
  { mode, maxMs }: LatePolicy,
  age: number,
): boolean => correction === null && age > (mode === 'never' ? LATE_AFTER_MS : maxMs);

/** The second sentence of a reason: why a quote of now is not taken. */
export const tooLate = ({ mode, maxMs }: LatePolicy, age: number): ReasonParams =>
  mode === 'never'
    ? { then: 'late-quotes-not-taken' }
    : { then: 'too-late', age: minutesOf(age), limit: minutesOf(maxMs) };

/**
 * Whether to ask for a quote of now, where the provider cannot tell of the minute of publication: after three attempts
 * or ten minutes, whichever is first.
 *
 * @param age milliseconds since publication
 */
export const takesLive = (
  row: Pick<WaitingRow, 'correction' | 'attempts'>,
  answer: Answer,
  late: LatePolicy,
  age: number,
): boolean =>
  cannotTellThen(answer) &&
  !isTooLate(row, late, age) &&
  (row.attempts + 1 >= ONLY_THEN_ATTEMPTS || age >= ONLY_THEN_MS);

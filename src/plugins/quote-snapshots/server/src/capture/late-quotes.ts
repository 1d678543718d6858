import type { FailureCode } from '../providers';
import type { Answer } from './answer';
import type { PluginConfig } from '../config/schema';
import type { ReasonParams } from '../reasons/reason';
import type { WaitingRow } from '../store/snapshot-row';

/**
 * A price that is taken within a minute after publication counts as the price at that minute. Providers cannot be asked for a finer
 * moment.
 */
export const LATE_AFTER_MS = 60_000;

/** Whether a present quote is taken if the price at publication is no longer available, and for how long. */
export interface LatePolicy {
  mode: 'live' | 'never';
  maxMs: number;
}

const HOUR_MS = 3_600_000;

/** The policy that the configuration sets. */
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

/** Only the price at publication is requested until one of these is reached. */
const ONLY_THEN_MS = 10 * 60_000;
const ONLY_THEN_ATTEMPTS = 3;

/** Failures that mean that the plan or the data of a provider do not reach back to a minute. An outage does not mean that. */
const CANNOT_TELL: ReadonlySet<FailureCode> = new Set(['refused', 'no-price', 'stale', 'incomplete-quote']);

/** Whole minutes, at least one, for a reason that says how long something took. */
export const minutesOf = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 60_000));

/** Whether a provider was asked for the minute of publication and could not give its price. */
export const cannotTellThen = (answer: Answer): boolean =>
  answer.asOf !== null && 'failure' in answer && CANNOT_TELL.has(answer.failure.code);

/**
 * Whether it is too late to take a present quote for a row. If a person had the row captured again, it is never too late: the row
 * says how late the quote is, and the person judges.
 *
 * @param age milliseconds since publication
 */
export const isTooLate = (
  { correction }: Pick<WaitingRow, 'correction'>,
  { mode, maxMs }: LatePolicy,
  age: number,
): boolean => correction === null && age > (mode === 'never' ? LATE_AFTER_MS : maxMs);

/** The second sentence of a reason, which says why a present quote is not taken. */
export const tooLate = ({ mode, maxMs }: LatePolicy, age: number): ReasonParams =>
  mode === 'never'
    ? { then: 'late-quotes-not-taken' }
    : { then: 'too-late', age: minutesOf(age), limit: minutesOf(maxMs) };

/**
 * Whether to request a present quote. This is the case if the provider cannot give the price at the minute of publication, after
 * three attempts or ten minutes, whichever comes first.
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

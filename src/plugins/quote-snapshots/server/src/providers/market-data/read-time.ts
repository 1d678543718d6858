import { TZDate } from '@date-fns/tz';
import { readOptionalFigure } from './read-figure';

const PER_MILLISECOND = { seconds: 0.001, milliseconds: 1, nanoseconds: 1_000_000 };

/** Later than any trade. A Date has at most 8.64e15 milliseconds. */
const LATEST_MS = 8.64e15;

/** A time counted from 1970 in this unit; null if there is none. Vendors send zero for a missing time. */
export const parseEpoch = (value: unknown, unit: keyof typeof PER_MILLISECOND): Date | null => {
  const figure = readOptionalFigure(value);
  if (figure === null || figure <= 0) return null;
  const ms = Math.round(figure / PER_MILLISECOND[unit]);
  return ms <= LATEST_MS ? new Date(ms) : null;
};

/**
 * `2026-03-02T10:28:57.053159184-05:00`: ISO 8601 with an offset; otherwise null, because a time without offset would have to be
 * guessed.
 */
export const parseIso = (value: unknown): Date | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(value.trim()))
    return null;
  const date = new Date(value.trim());
  return Number.isNaN(date.getTime()) ? null : date;
};

/**
 * `2026-03-02 15:59:00` in a zone (`America/New_York`); null if it is not such a time. If the clocks go back and the time occurs
 * twice, the first of the two.
 */
export const parseLocal = (value: unknown, zone: string): Date | null => {
  if (typeof value !== 'string') return null;
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(value.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(new TZDate(year, month - 1, day, hour, minute, second, zone).getTime());
  return Number.isNaN(date.getTime()) ? null : date;
};

/** The date in a zone, such as `2026-03-02`. */
export const localDate = (moment: Date, zone: string): string => {
  const local = new TZDate(moment.getTime(), zone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
};

/** A distance in time as `Intl.RelativeTimeFormat` takes it: negative for the past. */
export interface Distance {
  value: number;
  unit: 'minute' | 'hour' | 'day';
}

const MINUTE_MS = 60_000;

/** From here on the larger unit is precise enough: "in 2 hours" but "in 90 minutes". */
const MOST_MINUTES = 90;
const MOST_HOURS = 36;

/** How far an instant is from now, in the unit that people would use; undefined for less than a minute. */
export const howLong = (instant: Date, now: Date): Distance | undefined => {
  const minutes = Math.round((instant.getTime() - now.getTime()) / MINUTE_MS);
  if (minutes === 0) return undefined;
  if (Math.abs(minutes) <= MOST_MINUTES) return { value: minutes, unit: 'minute' };
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) <= MOST_HOURS) return { value: hours, unit: 'hour' };
  return { value: Math.round(hours / 24), unit: 'day' };
};

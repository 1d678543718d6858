import { parseLocal, localDate } from './read-time';

const ZONE = 'America/New_York';
const CLOSE = '16:00';

/** The time at which exchanges of the United States close on some days before holidays. */
const EARLY_CLOSE = '13:00';

const onDayOf = (moment: Date, clock: string): Date =>
  parseLocal(`${localDate(moment, ZONE)} ${clock}`, ZONE) ?? moment;

/** Whether two instants are on the same day in New York. */
export const sameDay = (one: Date, other: Date): boolean => localDate(one, ZONE) === localDate(other, ZONE);

const DAY_MS = 24 * 60 * 60_000;

/** The same time on the last weekday, because on Saturday and Sunday vendors still send Friday's figures. */
export const lastWeekday = (moment: Date): Date => {
  const weekday = new Date(localDate(moment, ZONE)).getUTCDay();
  const since = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return new Date(moment.getTime() - since * DAY_MS);
};

/**
 * Whether a trade was made after the regular session of its day in the United States.
 *
 * @param extended whether the trade is marked as outside the regular session; this identifies days that end early
 */
export const isAfterHours = (trade: Date, extended = false): boolean =>
  trade >= onDayOf(trade, CLOSE) || (extended && trade >= onDayOf(trade, EARLY_CLOSE));

/**
 * The time of a session's closing price: the end of the session, or the last trade if that was earlier.
 *
 * @param day an instant on the session's day
 * @param trade the last known trade
 */
export const closingTime = (day: Date, trade: Date, extended = false): Date => {
  const early = extended && sameDay(day, trade) && trade < onDayOf(day, CLOSE);
  const end = onDayOf(day, early ? EARLY_CLOSE : CLOSE);
  return trade < end ? trade : end;
};

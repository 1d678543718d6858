import { localTimeOf, whichOfTwo } from './zoned-time';

/**
 * `Fri, Nov 27, 16:05`: what calendar and clocks of a zone show. With the year where it is another than this one, and with the
 * distance from GMT where the clocks show the time twice.
 *
 * @param locale the editor's language
 * @param now decides which year is this one
 */
export const formatInstant = (locale: string, instant: Date, timeZone: string, now: Date): string => {
  const [local, today] = [localTimeOf(instant, timeZone), localTimeOf(now, timeZone)];
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(local.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    ...(local.length > 16 ? { second: '2-digit' } : {}),
    ...(whichOfTwo(instant, timeZone) ? { timeZoneName: 'shortOffset' } : {}),
  }).format(instant);
};

/** `16:05`: the clocks of a zone alone, as {@link formatInstant} shows them. */
export const formatClock = (locale: string, instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(localTimeOf(instant, timeZone).length > 16 ? { second: '2-digit' } : {}),
    ...(whichOfTwo(instant, timeZone) ? { timeZoneName: 'shortOffset' } : {}),
  }).format(instant);

/** `GMT-5`: how far the clocks of a zone are from Greenwich at an instant. */
export const offsetName = (locale: string, instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

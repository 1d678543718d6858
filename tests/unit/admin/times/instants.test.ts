import { formatClock, formatInstant, offsetName } from '../../../../src/admin/times/format-instant';
import { howLong } from '../../../../src/admin/times/how-long';
import { marketPhase } from '../../../../src/admin/times/market-hours';

const NEW_YORK = 'America/New_York';
const NOW = new Date('2026-11-27T12:00:00Z');
const at = (iso: string) => new Date(iso);

describe('an instant in words', () => {
  it.each([
    ['en', '2026-11-27T21:05:00Z', NEW_YORK, 'Fri, Nov 27, 16:05'],
    ['de', '2026-11-27T21:05:00Z', 'Europe/Berlin', 'Fr., 27. Nov., 22:05'],
    ['en', '2027-01-04T05:00:00Z', NEW_YORK, 'Mon, Jan 4, 2027, 00:00'],
    ['en', '2026-11-27T21:05:07Z', NEW_YORK, 'Fri, Nov 27, 16:05:07'],
    ['en', '2026-11-01T06:30:00Z', NEW_YORK, 'Sun, Nov 1, 01:30 GMT-5'],
  ])('in %s, %s in %s is %s', (locale, iso, timeZone, expected) => {
    expect(formatInstant(locale, at(iso), timeZone, NOW)).toBe(expected);
  });

  it('has a clock, and a distance from Greenwich', () => {
    expect(formatClock('en', at('2026-11-27T21:05:00Z'), NEW_YORK)).toBe('16:05');
    expect(formatClock('en', at('2026-11-01T05:30:00Z'), NEW_YORK)).toBe('01:30 GMT-4');
    expect(offsetName('en', at('2026-07-01T12:00:00Z'), NEW_YORK)).toBe('GMT-4');
  });
});

describe('how long it is until an instant', () => {
  it.each([
    ['2026-11-27T12:12:00Z', { value: 12, unit: 'minute' }],
    ['2026-11-27T11:48:00Z', { value: -12, unit: 'minute' }],
    ['2026-11-27T13:30:00Z', { value: 90, unit: 'minute' }],
    ['2026-11-27T13:31:00Z', { value: 2, unit: 'hour' }],
    ['2026-11-28T23:00:00Z', { value: 35, unit: 'hour' }],
    ['2026-11-29T12:00:00Z', { value: 2, unit: 'day' }],
    ['2026-11-27T12:00:20Z', undefined],
  ])('%s', (iso, expected) => expect(howLong(at(iso), NOW)).toEqual(expected));
});

describe('the day of a market', () => {
  const newYork = { mic: 'XNYS', timeZone: NEW_YORK };
  const tokyo = { mic: 'XTKS', timeZone: 'Asia/Tokyo' };
  it.each([
    [newYork, '2026-11-27T14:29:59Z', 'before-open'],
    [newYork, '2026-11-27T14:30:00Z', 'open'],
    [newYork, '2026-11-27T20:59:59Z', 'open'],
    [newYork, '2026-11-27T21:00:00Z', 'after-close'],
    // In summer New York is an hour nearer to Greenwich.
    [newYork, '2026-07-01T13:30:00Z', 'open'],
    [newYork, '2026-11-28T15:00:00Z', 'weekend'],
    // Sunday evening in New York is Monday in Tokyo.
    [newYork, '2026-11-30T01:00:00Z', 'weekend'],
    [tokyo, '2026-11-30T01:00:00Z', 'open'],
    [tokyo, '2026-11-30T03:00:00Z', 'break'],
    [{ mic: 'XSAU', timeZone: 'Asia/Riyadh' }, '2026-11-30T10:00:00Z', undefined],
  ] as const)('%j at %s: %s', (market, iso, phase) => expect(marketPhase(at(iso), market)).toBe(phase));
});

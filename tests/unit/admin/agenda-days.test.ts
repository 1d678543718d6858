import fc from 'fast-check';
import type { AgendaEntry } from '../../../src/admin/agenda/agenda';
import { byDay, daysAround, instantsOf, isDay, turn } from '../../../src/admin/agenda/agenda-days';

const entry = (at: string, title = 'A'): AgendaEntry => ({
  documentId: title,
  locale: 'en',
  title,
  kind: 'news',
  state: 'scheduled',
  at,
  by: null,
  byKind: null,
  reasons: null,
  reason: null,
});

describe('the days of a page', () => {
  it('a week begins on a Monday, and a month on its first day', () => {
    expect(daysAround('2026-11-29', 'week')).toEqual({ first: '2026-11-23', end: '2026-11-30' });
    expect(daysAround('2026-11-30', 'week')).toEqual({ first: '2026-11-30', end: '2026-12-07' });
    expect(daysAround('2026-12-31', 'month')).toEqual({ first: '2026-12-01', end: '2027-01-01' });
  });

  it.each(['2026-02-30', '2026-13-01', '2026-2-3', '0000-01-01', 'today', ''])('%j is no day', (given) => {
    expect(isDay(given)).toBe(false);
  });

  it.each(['2024-02-29', '2026-11-29', '9999-12-31'])('%j is a day, with its week and month', (given) => {
    expect(isDay(given)).toBe(true);
    expect(() => [daysAround(given, 'week'), daysAround(given, 'month')]).not.toThrow();
  });

  it('the next begins where one ends', () => {
    const day = fc
      .date({
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2100-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom('week' as const, 'month' as const), (one, length) => {
        const days = daysAround(one, length);
        expect(days.first <= one && one < days.end).toBe(true);
        expect(daysAround(turn(days, 1), length).first).toBe(days.end);
        expect(daysAround(turn(days, -1), length).end).toBe(days.first);
        // The server takes no more than 75 days.
        const { from, to } = instantsOf(days);
        expect(new Date(to).getTime() - new Date(from).getTime()).toBeLessThanOrEqual(75 * 86_400_000);
      }),
    );
  });
});

describe('entries by day and minute', () => {
  const NOVEMBER = { first: '2026-11-01', end: '2026-12-01' };

  it('are of the day that it is in the zone, and no other days', () => {
    const entries = [
      entry('2026-11-01T03:30:00Z', 'October in New York'),
      entry('2026-11-28T02:00:00Z', 'B'),
      entry('2026-11-28T15:00:00Z', 'C'),
    ];
    expect(byDay(entries, NOVEMBER, 'America/New_York').map(({ day }) => day)).toEqual([
      '2026-11-27',
      '2026-11-28',
    ]);
    expect(byDay(entries, NOVEMBER, 'UTC').map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-28']);
  });

  it('those of one minute are together', () => {
    const many = Array.from({ length: 500 }, (_one, index) => entry('2026-11-27T21:00:00Z', `N${index}`));
    const [day] = byDay(
      [...many, entry('2026-11-27T21:00:59Z'), entry('2026-11-27T21:01:00Z')],
      NOVEMBER,
      'UTC',
    );
    expect(day?.minutes.map(({ entries }) => entries.length)).toEqual([501, 1]);
  });

  it('a minute that comes twice in autumn is two', () => {
    const [day] = byDay(
      [entry('2026-11-01T05:30:00Z'), entry('2026-11-01T06:30:00Z')],
      NOVEMBER,
      'America/New_York',
    );
    expect(day?.minutes).toHaveLength(2);
  });
});

import fc from 'fast-check';
import { cityOf, dayOf, localTimeOf, readLocal, whichOfTwo } from '../../../../src/admin/times/zoned-time';

const NEW_YORK = 'America/New_York';
const instant = (iso: string) => ({ kind: 'instant', instant: new Date(iso) });

describe('a time on the clocks of a zone', () => {
  it.each([
    ['2026-11-27T16:05', NEW_YORK, '2026-11-27T21:05:00.000Z'],
    ['2026-07-01T16:05', NEW_YORK, '2026-07-01T20:05:00.000Z'],
    ['2026-11-27T22:05', 'Europe/Berlin', '2026-11-27T21:05:00.000Z'],
    ['2026-11-27T16:05:30', 'UTC', '2026-11-27T16:05:30.000Z'],
    ['2026-11-27T16:05', 'Asia/Kolkata', '2026-11-27T10:35:00.000Z'],
  ])('%s in %s is %s', (local, timeZone, expected) => {
    expect(readLocal(local, timeZone)).toEqual(instant(expected));
  });

  it('that the clocks skip is no instant', () => {
    expect(readLocal('2026-03-08T02:30', NEW_YORK)).toEqual({ kind: 'skipped' });
    expect(readLocal('2026-03-29T02:00', 'Europe/Berlin')).toEqual({ kind: 'skipped' });
    expect(readLocal('2026-03-08T03:00', NEW_YORK)).toEqual(instant('2026-03-08T07:00:00.000Z'));
    expect(readLocal('2026-03-08T01:59', NEW_YORK)).toEqual(instant('2026-03-08T06:59:00.000Z'));
    // Lord Howe Island changes its clocks by half an hour.
    expect(readLocal('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual({ kind: 'skipped' });
  });

  it('that the clocks show twice is one of two instants', () => {
    expect(readLocal('2026-11-01T01:30', NEW_YORK)).toEqual({
      kind: 'twice',
      first: new Date('2026-11-01T05:30:00.000Z'),
      second: new Date('2026-11-01T06:30:00.000Z'),
    });
    expect(whichOfTwo(new Date('2026-11-01T05:30:00.000Z'), NEW_YORK)).toBe('first');
    expect(whichOfTwo(new Date('2026-11-01T06:30:00.000Z'), NEW_YORK)).toBe('second');
    expect(whichOfTwo(new Date('2026-11-01T07:30:00.000Z'), NEW_YORK)).toBeUndefined();
  });

  it.each(['', '2026-11-27', '2026-02-30T10:00', '2026-11-27T24:30', '2026-11-27T16:05Z', 'soon'])(
    '“%s” is unreadable',
    (local) => expect(readLocal(local, 'UTC')).toEqual({ kind: 'unreadable' }),
  );

  it('has a city and a day', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(dayOf(new Date('2026-11-28T02:00:00Z'), NEW_YORK)).toBe('2026-11-27');
  });
});

const DAY_MS = 86_400_000;

/** The days of 2026 on which a zone changes its clocks. */
const changesOf = (timeZone: string): Date[] => {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsetOn = (day: number) =>
    format.formatToParts(Date.UTC(2026, 0, 1) + day * DAY_MS).find(({ type }) => type === 'timeZoneName')
      ?.value;
  const changes: Date[] = [];
  for (let week = 0; week < 365; week += 7) {
    if (offsetOn(week) === offsetOn(week + 7)) continue;
    for (let day = week; day < week + 7; day += 1) {
      if (offsetOn(day) !== offsetOn(day + 1)) changes.push(new Date(Date.UTC(2026, 0, 1) + day * DAY_MS));
    }
  }
  return changes;
};

describe('every zone', () => {
  const MINUTE_MS = 60_000;
  const around = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
    changesOf(timeZone).map((day) => ({ timeZone, day })),
  );

  it('some change their clocks', () => expect(around.length).toBeGreaterThan(100));

  it('an instant around a change comes back from what the clocks show', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...around),
        fc.integer({ min: -60, max: 30 * 60 }),
        ({ timeZone, day }, minutes) => {
          const at = new Date(day.getTime() + minutes * MINUTE_MS);
          const reading = readLocal(localTimeOf(at, timeZone), timeZone);
          const which = whichOfTwo(at, timeZone);
          expect(reading.kind).toBe(which ? 'twice' : 'instant');
          const back =
            reading.kind === 'instant'
              ? reading.instant
              : reading.kind === 'twice' && which && reading[which];
          expect(back).toEqual(at);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a time around a change is skipped, or what the clocks show at its instants', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...around),
        fc.integer({ min: -24 * 60, max: 48 * 60 }),
        ({ timeZone, day }, minutes) => {
          const local = new Date(day.getTime() + minutes * MINUTE_MS).toISOString().slice(0, 16);
          const reading = readLocal(local, timeZone);
          const instants =
            reading.kind === 'instant'
              ? [reading.instant]
              : reading.kind === 'twice'
                ? [reading.first, reading.second]
                : [];
          for (const at of instants) expect(localTimeOf(at, timeZone)).toBe(local);
          if (reading.kind === 'twice') expect(reading.first < reading.second).toBe(true);
          if (reading.kind === 'skipped') {
            // No instant of these two days shows it.
            for (
              let at = day.getTime() - 26 * 60 * MINUTE_MS;
              at < day.getTime() + 74 * 60 * MINUTE_MS;
              at += 30 * MINUTE_MS
            ) {
              const shown = localTimeOf(new Date(at), timeZone);
              expect(shown.slice(0, 13) === local.slice(0, 13) && shown.slice(14) === local.slice(14)).toBe(
                false,
              );
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

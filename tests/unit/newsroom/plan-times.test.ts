import fc from 'fast-check';
import { NO_TIMES, TIME_FIELDS, type ArticleTimes } from '../../../src/newsroom/schedule/article-times';
import { decideDue } from '../../../src/newsroom/schedule/worker/decide-due';
import { planTimes, type TimesRequest } from '../../../src/newsroom/schedule/plan-times';

const NOW = new Date('2026-11-27T21:05:00Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

const plan = (request: Partial<TimesRequest>) =>
  planTimes({
    sent: {},
    stored: NO_TIMES,
    now: NOW,
    others: { embargoUntil: null, publishAt: null },
    isPublished: false,
    publishes: false,
    mayPublish: true,
    mayReadEmbargo: true,
    mayMoveEmbargoEarlier: false,
    ...request,
  });

const acts = (request: Partial<TimesRequest>): string[] => plan(request).acts.map(({ act }) => act);

describe('who writes an instant', () => {
  it('may publish: it is set', () => {
    const planned = plan({ sent: { publishAt: minutes(5) } });
    expect(planned.times.publishAt).toEqual(minutes(5));
    expect(planned.schedules).toBe(true);
    expect(planned.acts.map(({ act }) => act)).toEqual(['scheduled']);
  });

  it('may not: it is a proposal, and sending back what is stored is none', () => {
    const planned = plan({ mayPublish: false, sent: { publishAt: minutes(5) } });
    expect(planned.times).toEqual({ ...NO_TIMES, proposedPublishAt: minutes(5) });
    expect(planned.schedules).toBe(false);
    const stored = { ...NO_TIMES, publishAt: minutes(5) };
    expect(plan({ mayPublish: false, stored, sent: stored }).acts).toEqual([]);
    expect(() => plan({ mayPublish: false, stored, sent: { publishAt: null } })).toThrow('right to publish');
  });

  it('confirms a proposal, moves a schedule, cancels it', () => {
    const proposed = { ...NO_TIMES, proposedPublishAt: minutes(5) };
    expect(acts({ stored: proposed, sent: { publishAt: minutes(5) } })).toEqual(['schedule-confirmed']);
    expect(plan({ stored: proposed, sent: { publishAt: minutes(6) } }).times.proposedPublishAt).toBeNull();
    const set = { ...NO_TIMES, publishAt: minutes(5) };
    expect(acts({ stored: set, sent: { publishAt: minutes(9) } })).toEqual(['schedule-moved']);
    expect(acts({ stored: set, sent: { publishAt: null } })).toEqual(['schedule-cancelled']);
  });

  it('has a line for each of beginning and end where not the same is done to both', () => {
    const both = { publishAt: minutes(5), unpublishAt: minutes(9) };
    expect(acts({ sent: both })).toEqual(['scheduled']);
    const stored = { ...NO_TIMES, publishAt: minutes(4) };
    expect(plan({ stored, sent: { publishAt: null, unpublishAt: minutes(9) } }).acts).toEqual([
      { act: 'schedule-cancelled', before: { publishAt: minutes(4) }, after: { publishAt: null } },
      { act: 'scheduled', before: { unpublishAt: null }, after: { unpublishAt: minutes(9) } },
    ]);
  });

  it('sends a whole form: the proposal that is sent back with the decision is answered', () => {
    const stored = { ...NO_TIMES, proposedPublishAt: minutes(5) };
    const sent = { ...stored, publishAt: minutes(5) };
    expect(plan({ stored, sent }).times).toEqual({ ...NO_TIMES, publishAt: minutes(5) });
  });
});

describe('an embargo', () => {
  const held = { ...NO_TIMES, embargoUntil: minutes(60) };

  it('is moved later by whoever may write, earlier by permission and reason alone', () => {
    expect(acts({ stored: held, sent: { embargoUntil: minutes(90) } })).toEqual(['embargo-moved']);
    for (const embargoUntil of [minutes(30), null]) {
      expect(() => plan({ stored: held, sent: { embargoUntil } })).toThrow('needs the permission');
      const allowed = plan({ stored: held, sent: { embargoUntil }, mayMoveEmbargoEarlier: true });
      expect(allowed.times.embargoUntil).toEqual(embargoUntil);
    }
  });

  it('is not put on what is published, nor on what the same write publishes', () => {
    const sent = { embargoUntil: minutes(5) };
    expect(() => plan({ sent, isPublished: true })).toThrow('Unpublish it first');
    expect(() => plan({ sent, publishes: true })).toThrow('under embargo');
  });

  it('that is over is taken away without a line', () => {
    const stored = { ...NO_TIMES, embargoUntil: minutes(-1) };
    expect(acts({ stored, sent: { embargoUntil: null } })).toEqual([]);
  });

  it('is not before the schedule, whichever of the two is written', () => {
    expect(() => plan({ stored: held, sent: { publishAt: minutes(59) } })).toThrow('embargo holds');
    expect(plan({ stored: held, sent: { publishAt: minutes(60) } }).times.publishAt).toEqual(minutes(60));
    const scheduled = { ...NO_TIMES, publishAt: minutes(10) };
    expect(() => plan({ stored: scheduled, sent: { embargoUntil: minutes(11) } })).toThrow('embargo holds');
    const sent = { publishAt: minutes(5) };
    const others = { embargoUntil: minutes(6), publishAt: null };
    expect(() => plan({ sent, others })).toThrow('embargo holds');
    const scheduledElsewhere = { embargoUntil: null, publishAt: minutes(4) };
    expect(() => plan({ sent: { embargoUntil: minutes(5) }, others: scheduledElsewhere })).toThrow(
      'embargo holds',
    );
  });

  it('does not refuse a proposal of somebody who may not read it, and is moved in spite of that', () => {
    const blind = { stored: held, mayReadEmbargo: false };
    const proposed = plan({ ...blind, sent: { proposedPublishAt: minutes(5) } }).times;
    expect(proposed.proposedPublishAt).toEqual(minutes(5));
    expect(() => plan({ ...blind, sent: { publishAt: minutes(5) } })).toThrow('embargo holds');
    expect(() => plan({ stored: held, sent: { proposedPublishAt: minutes(5) } })).toThrow('embargo holds');
    const moved = plan({ stored: proposed, sent: { embargoUntil: minutes(70) } }).times;
    expect(moved).toEqual({ ...proposed, embargoUntil: minutes(70) });
    expect(() => plan({ stored: proposed, sent: { publishAt: minutes(5) } })).toThrow('embargo holds');
  });
});

it.each([
  [{ publishAt: minutes(0) }, 'instant to come'],
  [{ unpublishAt: minutes(-3) }, 'instant to come'],
  [{ embargoUntil: minutes(-3) }, 'instant to come'],
  [{ publishAt: minutes(5), unpublishAt: minutes(5) }, 'later instant'],
  [{ publishAt: new Date('2040-01-01T00:00:00Z') }, 'five years'],
])('refuses %j', (sent, message) => {
  expect(() => plan({ sent })).toThrow(message);
});

describe('any life of an article', () => {
  type Step =
    | {
        kind: 'write';
        field: keyof ArticleTimes;
        minute: number | null;
        mayPublish: boolean;
        mayMove: boolean;
      }
    | { kind: 'pass'; minutes: number }
    | { kind: 'button' }
    | { kind: 'turn'; crash: boolean };

  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        field: fc.constantFrom(...TIME_FIELDS),
        minute: fc.option(fc.integer({ min: -2, max: 30 })),
        mayPublish: fc.boolean(),
        mayMove: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('button' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), crash: fc.boolean() }) },
  );

  it('never early, never twice, never lost, and never before the end of an embargo', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = 0;
        let stored: ArticleTimes = NO_TIMES;
        let isPublished = false;
        let embargo: Date | null = null;
        const scheduled = new Set<number>();
        for (const one of steps) {
          if (one.kind === 'pass') now += one.minutes;
          if (one.kind === 'button' && !(stored.embargoUntil && stored.embargoUntil > minutes(now))) {
            isPublished = true;
            stored = { ...stored, publishAt: null, embargoUntil: null, proposedPublishAt: null };
            embargo = null;
          }
          if (one.kind === 'write') {
            const value = one.minute === null ? null : minutes(now + one.minute);
            try {
              const planned = plan({
                sent: { [one.field]: value },
                stored,
                now: minutes(now),
                isPublished,
                mayPublish: one.mayPublish,
                mayMoveEmbargoEarlier: one.mayMove,
              });
              // Nobody without the right has changed an instant that the worker acts on.
              if (!one.mayPublish) {
                expect(planned.times.publishAt).toEqual(stored.publishAt);
                expect(planned.times.unpublishAt).toEqual(stored.unpublishAt);
              }
              if (!one.mayMove && embargo && embargo > minutes(now)) {
                expect(planned.times.embargoUntil!.getTime()).toBeGreaterThanOrEqual(embargo.getTime());
              }
              stored = planned.times;
              embargo = stored.embargoUntil;
              if (planned.schedules) scheduled.add(stored.publishAt!.getTime());
            } catch (error) {
              expect((error as Error).name).toBe('ValidationError');
            }
          }
          if (one.kind === 'turn') {
            const decision = decideDue(stored, minutes(now));
            // A crash before the commit leaves everything as it was.
            if (one.crash) continue;
            if (decision === 'publish') {
              expect(stored.publishAt!.getTime()).toBeLessThanOrEqual(minutes(now).getTime());
              expect(stored.embargoUntil === null || stored.embargoUntil <= minutes(now)).toBe(true);
              // Twice would be a second publication for one instant that somebody set.
              expect(scheduled.delete(stored.publishAt!.getTime())).toBe(true);
              isPublished = true;
              stored = { ...stored, publishAt: null, embargoUntil: null, proposedPublishAt: null };
              embargo = null;
            } else if (decision !== 'nothing') {
              isPublished = false;
              stored = {
                ...stored,
                unpublishAt: null,
                publishAt: decision === 'both-passed' ? null : stored.publishAt,
              };
            } else {
              expect(stored.publishAt === null || stored.publishAt > minutes(now)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

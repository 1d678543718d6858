import { planEvents } from '../../../src/plugins/quote-snapshots/server/src/events/plan-events';
import type { SnapshotRow } from '../../../src/plugins/quote-snapshots/server/src/store/snapshot-row';

const row = (given: Partial<SnapshotRow>): SnapshotRow =>
  ({
    instrument: 'XNAS:A',
    state: 'captured',
    current: true,
    correction: null,
    supersedes: null,
    failureCode: null,
    ...given,
  }) as SnapshotRow;

const names = (current: SnapshotRow[], unannounced: SnapshotRow[]) => {
  const { events, announced } = planEvents(current, unannounced);
  return { events: events.map(({ name }) => name), announced };
};

describe('the events of a publication', () => {
  it('wait until none of its quotes is pending', () => {
    const captured = row({ id: 1 });
    const plan = names([captured, row({ id: 2, state: 'pending' })], [captured]);
    expect(plan).toEqual({ events: [], announced: [] });
  });

  it('tell that all have a figure, or that one has none', () => {
    const [one, other] = [row({ id: 1 }), row({ id: 2 })];
    expect(names([one, other], [other])).toEqual({
      events: ['quote-snapshots.captured'],
      announced: [other],
    });
    const failed = row({ id: 3, state: 'unavailable' });
    expect(names([one, failed], [one, failed]).events).toEqual(['quote-snapshots.failed']);
  });

  it('tell of a void and of a correction at once, whatever else is pending', () => {
    const voided = row({ id: 1, state: 'voided' });
    const corrected = row({ id: 2, correction: 'a typo' });
    const pending = row({ id: 3, state: 'pending' });
    expect(names([voided, corrected, pending], [voided, corrected])).toEqual({
      events: ['quote-snapshots.voided', 'quote-snapshots.corrected'],
      announced: [voided, corrected],
    });
  });

  it('tell of a replacement that was given up, and show what readers see with it', () => {
    const stands = row({ id: 1 });
    const givenUp = row({
      id: 2,
      current: false,
      supersedes: 'one',
      state: 'unavailable',
      failureCode: 'network',
    });
    const { events } = planEvents([stands], [givenUp]);
    expect(events).toEqual([
      { name: 'quote-snapshots.failed', changed: [givenUp], snapshots: [stands, givenUp] },
    ]);
  });

  it('say nothing of a row that was retired meanwhile, and need not come back to it', () => {
    const retired = row({ id: 2, current: false, state: 'unavailable', failureCode: 'retired' });
    expect(names([row({ id: 1 })], [retired])).toEqual({ events: [], announced: [retired] });
  });
});

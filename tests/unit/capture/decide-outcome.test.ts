import fc from 'fast-check';
import type { Answer } from '../../../src/plugins/quote-snapshots/server/src/capture/answer';
import { decideOutcome } from '../../../src/plugins/quote-snapshots/server/src/capture/decide-outcome';
import {
  minutesOf,
  takesLive,
  type LatePolicy,
} from '../../../src/plugins/quote-snapshots/server/src/capture/late-quotes';
import { codedReason } from '../../../src/plugins/quote-snapshots/server/src/reasons/reason';
import type { SnapshotRow } from '../../../src/plugins/quote-snapshots/server/src/store/snapshot-row';
import { failure } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import type { FailureCode } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';

const PUBLISHED = new Date('2026-03-02T15:00:00Z');
const DAY = 24 * 3_600_000;
const after = (milliseconds: number): Date => new Date(PUBLISHED.getTime() + milliseconds);

const row = (more: Partial<SnapshotRow> = {}): SnapshotRow =>
  ({
    id: 1,
    documentId: 'r',
    instrument: 'XNAS:MSFT',
    relatedType: 'api::article.article',
    relatedDocumentId: 'd',
    relatedLocale: 'en',
    relatedPublishedAt: PUBLISHED,
    createdAt: PUBLISHED,
    attempts: 0,
    current: true,
    currentKey: 'api::article.article|d|en|XNAS:MSFT',
    supersedes: null,
    correction: null,
    currency: null,
    ...more,
  }) as SnapshotRow;

const speaker = { provider: 'vendor', attribution: 'Quotes by vendor.', asOf: null };
const quote = (asOf: Date | null = null): Answer => ({
  ...speaker,
  asOf,
  quote: {
    instrument: { mic: 'XNAS', symbol: 'MSFT' },
    name: 'Microsoft',
    exchange: 'NASDAQ',
    price: 480,
    previousClose: 470,
    change: 10,
    changePercent: 2.1277,
    priceDecimals: 2,
    currency: 'USD',
    quoteUnit: null,
    marketState: 'regular',
    quotedAt: PUBLISHED,
    delayMinutes: 20,
  },
});
const fails = (code: FailureCode): Answer => ({ ...speaker, failure: failure(code, 'Because.') });
const refusesThen: Answer = { ...speaker, asOf: PUBLISHED, failure: failure('refused', 'Because.') };
const LIVE: LatePolicy = { mode: 'live', maxMs: DAY };
const NEVER: LatePolicy = { mode: 'never', maxMs: DAY };
const fill = (given: SnapshotRow, answer: Answer, now: Date, late = LIVE, canTellThen = true) =>
  decideOutcome(given, answer, { now, giveUpAfterMs: 3 * DAY, late, canTellThen, random: 0.5 });

describe('what becomes of a pending snapshot', () => {
  it('is captured, with nothing to remark within a minute', () => {
    expect(fill(row(), quote(), after(59_000))).toMatchObject({
      state: 'captured',
      price: 480,
      reason: null,
    });
  });

  it('says how late it is, and whether it is as of the minute of publication all the same', () => {
    expect(fill(row(), quote(), after(2 * 3_600_000 + 59_000))).toMatchObject({
      ...codedReason('late', { age: 121 }),
      lateMinutes: 120,
    });
    expect(fill(row(), quote(PUBLISHED), after(2 * 3_600_000))).toMatchObject({
      ...codedReason('as-of', { age: 120 }),
      lateMinutes: null,
    });
    expect(fill(row(), quote(), after(61_000)).lateMinutes).toBe(1);
  });

  it('is no quote of now past the day, nor where late quotes are never taken', () => {
    expect(fill(row(), quote(), after(DAY)).state).toBe('captured');
    expect(fill(row(), quote(), after(DAY + 1))).toMatchObject({
      state: 'unavailable',
      price: null,
      failureCode: 'late',
      ...codedReason('only-late', { then: 'too-late', age: 1440, limit: 1440 }),
    });
    expect(fill(row(), quote(), after(61_000), NEVER, false)).toMatchObject({
      state: 'unavailable',
      ...codedReason('only-late', { then: 'late-quotes-not-taken' }),
    });
    // From a second provider: the first may tell of then at the next attempt.
    expect(fill(row(), quote(), after(61_000), NEVER)).toMatchObject({ state: 'pending', price: null });
    expect(fill(row(), quote(), after(59_000), NEVER, false).state).toBe('captured');
    expect(fill(row(), quote(PUBLISHED), after(2 * DAY), NEVER).state).toBe('captured');
  });

  it('is not waited for once nothing can come of it', () => {
    expect(fill(row(), fails('network'), after(DAY + 1), LIVE, false).state).toBe('unavailable');
    expect(fill(row(), fails('network'), after(DAY + 1)).state).toBe('pending');
    expect(fill(row(), refusesThen, after(DAY + 1)).state).toBe('unavailable');
    expect(fill(row(), refusesThen, after(DAY)).state).toBe('pending');
    expect(fill(row(), fails('network'), after(61_000), NEVER, false).state).toBe('unavailable');
    // A key may be put right, and then tells of then.
    expect(fill(row(), refusesThen, after(61_000), NEVER).state).toBe('pending');
  });

  it('is of now where the provider cannot tell of then, after three attempts or ten minutes', () => {
    const takes = (attempts: number, minutes: number, answer: Answer = refusesThen, late = LIVE) =>
      takesLive(row({ attempts }), answer, late, minutes * 60_000);
    expect([takes(0, 2), takes(1, 2), takes(2, 2), takes(0, 10)]).toEqual([false, false, true, true]);
    expect(takes(9, 30, { ...speaker, asOf: PUBLISHED, failure: failure('network', 'x') })).toBe(false);
    expect(takes(9, 30, fails('refused'))).toBe(false);
    expect([takes(9, 30, refusesThen, NEVER), takes(9, 24 * 60 + 1)]).toEqual([false, false]);
  });

  it('tells readers that it was captured again, and how late, but not why', () => {
    const again = row({ correction: 'a typo' });
    expect(fill(again, quote(), after(1_000))).toMatchObject(codedReason('captured-again'));
    expect(fill(again, quote(PUBLISHED), after(DAY))).toMatchObject(codedReason('captured-again-as-of'));
    // A person's own decision, whatever is done about late quotes.
    for (const late of [LIVE, NEVER])
      expect(fill(again, quote(), after(3 * DAY), late)).toMatchObject({
        state: 'captured',
        ...codedReason('captured-again-late', { age: 3 * 24 * 60 }),
        lateMinutes: 3 * 24 * 60,
      });
  });

  it('waits for the next attempt, and is given up in the end', () => {
    expect(fill(row(), fails('network'), after(1_000))).toMatchObject({
      state: 'pending',
      attempts: 1,
      failureCode: 'network',
      nextAttemptAt: after(1_000 + 3_750),
      ...codedReason('network'),
    });
    expect(fill(row({ attempts: 900 }), fails('network'), after(3 * DAY))).toMatchObject({
      state: 'unavailable',
      nextAttemptAt: null,
      ...codedReason('network', { then: 'given-up', age: 3 * 24 * 60 }),
    });
    // The last attempt is at the end of that time, not after it.
    const last = fill(row({ attempts: 900 }), fails('no-price'), after(3 * DAY - 1_000));
    expect(last.nextAttemptAt).toEqual(after(3 * DAY));
  });

  it('counts a day from when it was asked for, not from a publication of last year', () => {
    const again = row({
      createdAt: after(400 * DAY),
      current: false,
      currentKey: 'k|again',
      supersedes: 'old',
    });
    expect(fill(again, fails('network'), after(400 * DAY + 1_000))).toMatchObject({
      state: 'pending',
      currentKey: 'k|again',
    });
  });

  it('that was to replace another is out of the race where it fails for good', () => {
    const again = row({ current: false, currentKey: 'k|again', supersedes: 'old' });
    expect(fill(again, fails('unknown-instrument'), after(1_000))).toMatchObject({
      state: 'unavailable',
      current: false,
      currentKey: null,
    });
  });

  it('is never a price in another currency than the ticker’s', () => {
    expect(fill(row({ currency: 'CAD' }), quote(), after(1_000))).toMatchObject({
      state: 'unavailable',
      price: null,
      failureCode: 'wrong-listing',
      ...codedReason('currency-differs', { listing: 'XNAS:MSFT', quoted: 'USD', expected: 'CAD' }),
    });
  });

  it('has a figure exactly where it is captured, the same keys always, and no lease', () => {
    const code = fc.constantFrom<FailureCode>(
      'network',
      'quota',
      'no-price',
      'unknown-instrument',
      'refused',
    );
    const answer = fc.oneof(fc.constant(quote()), code.map(fails));
    const keys = (outcome: object) => Object.keys(outcome).sort();
    const expected = keys(fill(row(), quote(), PUBLISHED));
    fc.assert(
      fc.property(answer, fc.nat(2 * DAY), fc.nat(1_000), (said, age, attempts) => {
        const outcome = fill(row({ attempts }), said, after(age));
        expect(outcome.price !== null).toBe(outcome.state === 'captured');
        expect(outcome.nextAttemptAt !== null).toBe(outcome.state === 'pending');
        expect(outcome.leaseOwner).toBeNull();
        expect(keys(outcome)).toEqual(expected);
      }),
    );
  });

  it.each([
    [1_000, 1],
    [89_000, 1],
    [59 * 60_000, 59],
    [3 * DAY, 3 * 24 * 60],
  ])('%i ms are told as %i minutes', (milliseconds, minutes) =>
    expect(minutesOf(milliseconds)).toBe(minutes),
  );
});

import fc from 'fast-check';
import {
  fillSnapshot,
  inWords,
  type Answer,
} from '../../../src/plugins/quote-snapshots/server/src/capture/fill-snapshot';
import type { SnapshotRow } from '../../../src/plugins/quote-snapshots/server/src/capture/snapshot-row';
import { failure } from '../../../src/plugins/quote-snapshots/server/src/providers/failures';
import type { FailureCode } from '../../../src/plugins/quote-snapshots/server/src/providers/provider';

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
const fill = (given: SnapshotRow, answer: Answer, now: Date) =>
  fillSnapshot(given, answer, { now, giveUpAfterMs: DAY, random: 0.5 });

describe('what becomes of a pending snapshot', () => {
  it('is captured, with nothing to remark within a minute', () => {
    expect(fill(row(), quote(), after(59_000))).toMatchObject({
      state: 'captured',
      price: 480,
      reason: null,
    });
  });

  it('says how late it is, and whether it is as of the minute of publication all the same', () => {
    expect(fill(row(), quote(), after(2 * 3_600_000)).reason).toBe(
      'Late: captured 2 hours after publication.',
    );
    expect(fill(row(), quote(PUBLISHED), after(2 * 3_600_000)).reason).toBe(
      'Taken 2 hours after publication, as of the minute of publication.',
    );
  });

  it('keeps why a person had it captured again', () => {
    expect(fill(row({ correction: 'a typo' }), quote(), after(1_000)).reason).toBe('Captured again: a typo');
  });

  it('waits for the next attempt, and is given up in the end', () => {
    expect(fill(row(), fails('network'), after(1_000))).toMatchObject({
      state: 'pending',
      attempts: 1,
      failureCode: 'network',
      nextAttemptAt: after(1_000 + 3_750),
      reason: 'Because.',
    });
    expect(fill(row({ attempts: 900 }), fails('network'), after(DAY))).toMatchObject({
      state: 'unavailable',
      nextAttemptAt: null,
      reason: 'Because. Given up after 24 hours.',
    });
    // The last attempt is at the end of the day, not after it.
    const last = fill(row({ attempts: 900 }), fails('no-price'), after(DAY - 1_000));
    expect(last.nextAttemptAt).toEqual(after(DAY));
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
    [1_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [3_600_000, '1 hour'],
    [47 * 3_600_000, '47 hours'],
    [3 * DAY, '3 days'],
  ])('%i ms is “%s”', (milliseconds, words) => expect(inWords(milliseconds)).toBe(words));
});

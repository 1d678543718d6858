import fc from 'fast-check';
import {
  createMemoryLedger,
  createQuota,
} from '../../../src/plugins/quote-snapshots/server/src/providers/quota';
import type { ProviderLimits } from '../../../src/plugins/quote-snapshots/server/src/providers/provider';

const MINUTE = 60_000;
const quotaOf = (limits: ProviderLimits, ledger = createMemoryLedger()) => {
  let time = Date.UTC(2026, 2, 2, 23, 58);
  const quota = createQuota({ name: 'vendor', limits, ledger, now: () => time });
  return { quota, ledger, advance: (milliseconds: number) => (time += milliseconds) };
};

describe('the quota', () => {
  it('is all that is asked for where the vendor states no cap', async () => {
    const { quota } = quotaOf({ counts: 'instrument' });
    expect(await quota.take(1_000, 'retry')).toBe(1_000);
    expect(await quota.left()).toEqual({ minuteLeft: null, dayLeft: null });
  });

  it('counts requests, or each instrument of a batch, and grants what is left of it', async () => {
    const requests = quotaOf({ perMinute: 2, counts: 'request' }).quota;
    expect([await requests.take(50, 'publication'), await requests.take(50, 'publication')]).toEqual([
      50, 50,
    ]);
    expect(await requests.take(1, 'publication')).toBe(0);
    const credits = quotaOf({ perMinute: 8, counts: 'instrument' }).quota;
    expect([await credits.take(5, 'publication'), await credits.take(5, 'publication')]).toEqual([5, 3]);
  });

  it('is new each minute and each day', async () => {
    const { quota, advance } = quotaOf({ perMinute: 2, perDay: 3, counts: 'request' });
    expect(await quota.take(1, 'publication')).toBe(1);
    expect(await quota.take(1, 'publication')).toBe(1);
    expect(await quota.left()).toEqual({ minuteLeft: 0, dayLeft: 1 });
    advance(MINUTE);
    expect(await quota.take(1, 'publication')).toBe(1);
    expect(await quota.take(1, 'publication')).toBe(0);
    advance(MINUTE);
    expect(await quota.left()).toEqual({ minuteLeft: 2, dayLeft: 3 });
  });

  it('is one for all who share a ledger', async () => {
    const ledger = createMemoryLedger();
    const [here, there] = [1, 2].map(() => quotaOf({ perDay: 3, counts: 'request' }, ledger).quota);
    expect(await here?.take(1, 'publication')).toBe(1);
    expect(await there?.take(1, 'publication')).toBe(1);
    expect((await here?.left())?.dayLeft).toBe(1);
  });

  it('keeps away for as long as the vendor asked', async () => {
    const { quota, advance } = quotaOf({ counts: 'request' });
    quota.pause(90_000);
    expect(await quota.take(1, 'publication')).toBe(0);
    expect(quota.pausedFor()).toBe(90_000);
    advance(90_000);
    expect(await quota.take(1, 'publication')).toBe(1);
  });

  it('is never exceeded, and retries never spend the half that publications need', async () => {
    const asks = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 30 }),
        priority: fc.constantFrom('publication' as const, 'retry' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), asks, async (cap, wanted) => {
        const { quota } = quotaOf({ perDay: cap, counts: 'instrument' });
        let [spent, retried] = [0, 0];
        for (const { count, priority } of wanted) {
          const granted = await quota.take(count, priority);
          expect(granted).toBeGreaterThanOrEqual(0);
          expect(granted).toBeLessThanOrEqual(count);
          spent += granted;
          if (priority === 'retry') retried += granted;
        }
        expect(spent).toBeLessThanOrEqual(cap);
        expect(retried).toBeLessThanOrEqual(cap / 2);
      }),
    );
  });
});

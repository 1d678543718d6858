import fc from 'fast-check';
import {
  createMemoryLedger,
  createQuota,
  PRIORITIES,
  type QuotaLedger,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/quota';
import type { ProviderLimits } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/plan-limits';

const MINUTE = 60_000;
const quotaOf = (limits: ProviderLimits, ledger: QuotaLedger = createMemoryLedger()) => {
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

  it('gives back to the minute what the day does not grant', async () => {
    const { quota } = quotaOf({ perMinute: 10, perDay: 3, counts: 'instrument' });
    expect(await quota.take(8, 'publication')).toBe(3);
    expect(await quota.left()).toEqual({ minuteLeft: 7, dayLeft: 0 });
  });

  it('is never exceeded by callers at once, and neither retries nor visitors spend what publications need', async () => {
    const asks = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 30 }), priority: fc.constantFrom(...PRIORITIES) }),
    );
    const cap = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(cap, cap, asks, fc.scheduler(), async (perDay, perMinute, wanted, scheduler) => {
        const memory = createMemoryLedger();
        // Each answer of the ledger comes in an order of its own, as those of a database do.
        const ledger: QuotaLedger = {
          spend: scheduler.scheduleFunction(memory.spend),
          refund: scheduler.scheduleFunction(memory.refund),
          total: scheduler.scheduleFunction(memory.total),
        };
        const nodes = [1, 2].map(() => quotaOf({ perDay, perMinute, counts: 'instrument' }, ledger).quota);
        const spent = { publication: 0, retry: 0, visitor: 0 };
        const taking = wanted.map(async ({ count, priority }, index) => {
          const granted = (await nodes[index % 2]?.take(count, priority)) ?? 0;
          expect(granted).toBeGreaterThanOrEqual(0);
          expect(granted).toBeLessThanOrEqual(count);
          spent[priority] += granted;
        });
        await scheduler.waitFor(Promise.all(taking));
        const least = Math.min(perDay, perMinute);
        expect(spent.publication + spent.retry + spent.visitor).toBeLessThanOrEqual(least);
        expect(spent.retry).toBeLessThanOrEqual(least / 2);
        expect(spent.visitor).toBeLessThanOrEqual(least / 4);
      }),
    );
  });
});

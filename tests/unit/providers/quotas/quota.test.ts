import fc from 'fast-check';
import {
  createMemoryLedger,
  type QuotaLedger,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/quota-ledger';
import {
  pauseLeft,
  pauseQuota,
  PRIORITIES,
  quotaLeft,
  takeQuota,
  takeWholeQuota,
  type Quota,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/quota';
import type { ProviderLimits } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/plan-limits';

const MINUTE = 60_000;
const quotaOf = (limits: ProviderLimits, ledger: QuotaLedger = createMemoryLedger()) => {
  let time = Date.UTC(2026, 2, 2, 23, 58);
  const quota: Quota = { name: 'vendor', limits, ledger, now: () => time, pausedUntil: 0 };
  return { quota, ledger, advance: (milliseconds: number) => (time += milliseconds) };
};

describe('the quota', () => {
  it('is all that is asked for where the vendor states no cap', async () => {
    const { quota } = quotaOf({ counts: 'instrument' });
    expect(await takeQuota(quota, 1_000, 'retry')).toBe(1_000);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: null, dayLeft: null });
  });

  it('counts requests, or each instrument of a batch, and grants what is left of it', async () => {
    const requests = quotaOf({ perMinute: 2, counts: 'request' }).quota;
    expect([
      await takeQuota(requests, 50, 'publication'),
      await takeQuota(requests, 50, 'publication'),
    ]).toEqual([50, 50]);
    expect(await takeQuota(requests, 1, 'publication')).toBe(0);
    const credits = quotaOf({ perMinute: 8, counts: 'instrument' }).quota;
    expect([await takeQuota(credits, 5, 'publication'), await takeQuota(credits, 5, 'publication')]).toEqual([
      5, 3,
    ]);
  });

  it('is new each minute and each day', async () => {
    const { quota, advance } = quotaOf({ perMinute: 2, perDay: 3, counts: 'request' });
    expect(await takeQuota(quota, 1, 'publication')).toBe(1);
    expect(await takeQuota(quota, 1, 'publication')).toBe(1);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: 0, dayLeft: 1 });
    advance(MINUTE);
    expect(await takeQuota(quota, 1, 'publication')).toBe(1);
    expect(await takeQuota(quota, 1, 'publication')).toBe(0);
    advance(MINUTE);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: 2, dayLeft: 3 });
  });

  it('is one for all who share a ledger', async () => {
    const ledger = createMemoryLedger();
    const here = quotaOf({ perDay: 3, counts: 'request' }, ledger).quota;
    const there = quotaOf({ perDay: 3, counts: 'request' }, ledger).quota;
    expect(await takeQuota(here, 1, 'publication')).toBe(1);
    expect(await takeQuota(there, 1, 'publication')).toBe(1);
    expect((await quotaLeft(here)).dayLeft).toBe(1);
  });

  it('keeps away for as long as the vendor asked', async () => {
    const { quota, advance } = quotaOf({ counts: 'request' });
    pauseQuota(quota, 90_000);
    expect(await takeQuota(quota, 1, 'publication')).toBe(0);
    expect(pauseLeft(quota)).toBe(90_000);
    advance(90_000);
    expect(await takeQuota(quota, 1, 'publication')).toBe(1);
  });

  it('gives back to the minute what the day does not grant', async () => {
    const { quota } = quotaOf({ perMinute: 10, perDay: 3, counts: 'instrument' });
    expect(await takeQuota(quota, 8, 'publication')).toBe(3);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: 7, dayLeft: 0 });
  });

  it('counts a past minute as what it costs, and never half of one', async () => {
    const { quota } = quotaOf({ perDay: 12, counts: 'instrument', costAsOf: 5 });
    expect(await takeQuota(quota, 3, 'publication', true)).toBe(2);
    expect(await quotaLeft(quota)).toMatchObject({ dayLeft: 2 });
    expect(await takeQuota(quota, 3, 'publication')).toBe(2);
  });

  it('grants all or nothing where a request cannot be made for less', async () => {
    const { quota } = quotaOf({ perMinute: 10, perDay: 5, counts: 'instrument' });
    expect(await takeWholeQuota(quota, 6, 'publication')).toBe(false);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: 10, dayLeft: 5 });
    expect(await takeWholeQuota(quota, 5, 'publication')).toBe(true);
    expect(await quotaLeft(quota)).toEqual({ minuteLeft: 5, dayLeft: 0 });
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
          const node = nodes[index % 2];
          const granted = node ? await takeQuota(node, count, priority) : 0;
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

import fc from 'fast-check';
import { backoffMs } from '../../../src/plugins/quote-snapshots/server/src/capture/backoff';
import type { FailureCode } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';

const code = fc.constantFrom<FailureCode>('network', 'timeout', 'quota', 'bad-answer', 'no-price', 'refused');
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('the wait for the next attempt', () => {
  it('grows, has jitter, and leaves room for a capture within a minute of the provider’s return', () => {
    expect(backoffMs(1, { code: 'network' }, 0)).toBe(2_500);
    expect(backoffMs(1, { code: 'network' }, 1)).toBe(5_000);
    expect(backoffMs(3, { code: 'network' }, 1)).toBe(20_000);
    expect(backoffMs(50, { code: 'network' }, 1)).toBe(30_000);
  });

  it('is longer for what the provider has no price of', () => {
    expect(backoffMs(50, { code: 'no-price' }, 1)).toBe(900_000);
  });

  it('is never zero, never endless, and never less than the provider asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), code, random, fc.nat(1e8), (attempts, of, at, asked) => {
        const wait = backoffMs(attempts, { code: of }, at);
        expect(wait).toBeGreaterThanOrEqual(2_500);
        expect(wait).toBeLessThanOrEqual(900_000);
        expect(backoffMs(attempts, { code: of, retryAfterMs: asked }, at)).toBe(Math.max(wait, asked));
      }),
    );
  });
});

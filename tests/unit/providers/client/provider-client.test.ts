import {
  failAll,
  failure,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import {
  createProviderClient,
  providerHealth,
  requestQuotes,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/client/provider-client';
import type {
  QuoteFailure,
  QuoteAnswer,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';
import type { ProviderLimits } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/plan-limits';
import type {
  QuoteProvider,
  QuoteRequest,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/quote-provider';
import { createMemoryLedger } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/quota-ledger';
import type { Instrument } from '../../../../src/plugins/quote-snapshots/server/src/instruments/instrument';

const listing = (symbol: string): Instrument => ({ mic: 'XNAS', symbol });
const A = listing('A');

/** A provider whose answer the test decides on, cliented. */
const cliented = (
  answer: (request: QuoteRequest) => Promise<Map<string, QuoteAnswer>>,
  limits: ProviderLimits = { counts: 'request' },
) => {
  const asked: string[][] = [];
  const provider: QuoteProvider = {
    name: 'vendor',
    attribution: 'Quotes by vendor.',
    licence: 'display',
    delayMinutes: 0,
    maxBatch: 50,
    limits,
    answersAsOf: false,
    getQuotes: (request) => {
      asked.push(request.instruments.map(({ symbol }) => symbol));
      return answer(request);
    },
  };
  const client = createProviderClient(provider, {
    ledger: createMemoryLedger(),
    timeoutMs: 1_000,
    now: Date.now,
  });
  return { client, asked };
};
const fails =
  (reason: QuoteFailure) =>
  ({ instruments }: QuoteRequest) =>
    Promise.resolve(failAll(instruments, reason));
const codes = (outcomes: Map<string, QuoteAnswer>) =>
  [...outcomes.values()].map((outcome) => ('failure' in outcome ? outcome.failure.code : 'quote'));

describe('a cliented provider', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const after = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    return work;
  };

  it('is asked once more at once where the connection broke and an editor waits, and not for a retry', async () => {
    const { client, asked } = cliented(fails(failure('network', 'reset')));
    expect(codes(await after(500, requestQuotes(client, [A], { priority: 'publication' })))).toEqual([
      'network',
    ]);
    expect(asked).toHaveLength(2);
    await after(500, requestQuotes(client, [A], { priority: 'retry' }));
    expect(asked).toHaveLength(3);
  });

  it('is left alone after five failures in a row, tried once, and asked again when it is back', async () => {
    let up = false;
    const { client, asked } = cliented(({ instruments }) =>
      Promise.resolve(
        failAll(instruments, up ? failure('unknown-instrument', 'no') : failure('timeout', 'late')),
      ),
    );
    for (let times = 0; times < 5; times += 1) await requestQuotes(client, [A], { priority: 'publication' });
    expect((await providerHealth(client)).breaker).toBe('open');
    const refused = await requestQuotes(client, [A], { priority: 'publication' });
    expect(refused.get('XNAS:A')).toMatchObject({ failure: { code: 'network', retryable: true } });
    expect(asked).toHaveLength(5);

    // One trial at the latest after a quarter of a minute; it fails, and so on.
    await jest.advanceTimersByTimeAsync(15_000);
    await requestQuotes(client, [A], { priority: 'retry' });
    await requestQuotes(client, [A], { priority: 'retry' });
    expect(asked).toHaveLength(6);
    up = true;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(codes(await requestQuotes(client, [A], { priority: 'retry' }))).toEqual(['unknown-instrument']);
    expect(await providerHealth(client)).toMatchObject({
      breaker: 'closed',
      lastSuccessAt: expect.any(Date),
    });
  });

  it('is not taken for broken because it does not know an instrument, however often', async () => {
    const { client, asked } = cliented(fails(failure('incomplete-quote', 'no time')));
    for (let times = 0; times < 20; times += 1) await requestQuotes(client, [A], { priority: 'publication' });
    expect(asked).toHaveLength(20);
    expect((await providerHealth(client)).breaker).toBe('closed');
  });

  it('fails in time where it ignores the signal', async () => {
    const { client } = cliented(() => new Promise(() => undefined));
    expect(codes(await after(1_000, requestQuotes(client, [A], { priority: 'retry' })))).toEqual(['timeout']);
  });

  it('asks for what is left of the quota, and says so of the rest', async () => {
    const { client, asked } = cliented(fails(failure('no-price', 'none')), {
      perMinute: 2,
      counts: 'instrument',
    });
    const outcomes = await requestQuotes(client, ['A', 'B', 'C'].map(listing), { priority: 'publication' });
    expect(asked).toEqual([['A', 'B']]);
    expect(codes(outcomes)).toEqual(['no-price', 'no-price', 'quota']);
    expect((await providerHealth(client)).quota).toEqual({ minuteLeft: 0, dayLeft: null });
  });

  it('is left alone for as long as it asks, and a minute where it does not say', async () => {
    const { client, asked } = cliented(fails(failure('quota', 'enough', 5_000)));
    await requestQuotes(client, [A], { priority: 'publication' });
    const meanwhile = await requestQuotes(client, [A], { priority: 'publication' });
    expect(meanwhile.get('XNAS:A')).toMatchObject({ failure: { code: 'quota', retryAfterMs: 5_000 } });
    expect(asked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(5_000);
    await requestQuotes(client, [A], { priority: 'publication' });
    expect(asked).toHaveLength(2);

    const silent = cliented(fails(failure('quota', 'enough')));
    await requestQuotes(silent.client, [A], { priority: 'publication' });
    await jest.advanceTimersByTimeAsync(59_000);
    await requestQuotes(silent.client, [A], { priority: 'publication' });
    expect(silent.asked).toHaveLength(1);
  });

  it('is left alone where it says so of one instrument, whatever stands beside it', async () => {
    const { client, asked } = cliented(({ instruments }) => {
      const [one, ...others] = instruments;
      return Promise.resolve(
        new Map([
          ...failAll(one ? [one] : [], failure('quota', 'enough')),
          ...failAll(others, failure('unknown-instrument', 'not covered')),
        ]),
      );
    });
    await requestQuotes(client, ['A', 'B'].map(listing), { priority: 'publication' });
    expect(codes(await requestQuotes(client, [A], { priority: 'publication' }))).toEqual(['quota']);
    expect(asked).toHaveLength(1);
  });

  it('is not taken for broken because it refuses instruments, however often', async () => {
    const { client, asked } = cliented(fails(failure('refused', 'not in the plan')));
    for (let times = 0; times < 20; times += 1) await requestQuotes(client, [A], { priority: 'publication' });
    expect(asked).toHaveLength(20);
    expect((await providerHealth(client)).breaker).toBe('closed');
  });

  it('has no more than a few requests under way, and retries stand in no publication’s way', async () => {
    const waiting: (() => void)[] = [];
    const { client, asked } = cliented(
      ({ instruments }) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(failAll(instruments, failure('no-price', 'none'))));
        }),
    );
    const retries = Array.from({ length: 10 }, () => requestQuotes(client, [A], { priority: 'retry' }));
    await jest.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    const publications = Array.from({ length: 10 }, () =>
      requestQuotes(client, [A], { priority: 'publication' }),
    );
    await jest.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(6);
    while (asked.length < 20 || waiting.length > 0) {
      waiting.shift()?.();
      await jest.advanceTimersByTimeAsync(0);
    }
    await Promise.all([...retries, ...publications]);
  });

  it('repeats nothing of what it throws', async () => {
    const { client } = cliented(() => Promise.reject(new Error('https://vendor.example/?key=secret')));
    const outcomes = await requestQuotes(client, [A], { priority: 'retry' });
    expect(codes(outcomes)).toEqual(['bad-answer']);
    expect(JSON.stringify([...outcomes, await providerHealth(client)])).not.toContain('secret');
  });
});

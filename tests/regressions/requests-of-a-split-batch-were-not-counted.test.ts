import { parseInstrument } from '../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import {
  createProviderClient,
  providerHealth,
  requestQuotes,
} from '../../src/plugins/quote-snapshots/server/src/providers/client/provider-client';
import { createMemoryLedger } from '../../src/plugins/quote-snapshots/server/src/providers/quotas/quota-ledger';
import type { ProviderOptions } from '../../src/plugins/quote-snapshots/server/src/providers';
import { ALPACA } from '../support/vendors/alpaca';
import { codes, useVendor } from '../support/vendors/asking';
import { ALPHA_VANTAGE } from '../support/vendors/alpha-vantage';
import { FMP } from '../support/vendors/fmp';
import { MASSIVE } from '../support/vendors/massive';
import { EODHD } from '../support/vendors/eodhd';
import { TWELVE_DATA } from '../support/vendors/twelve-data';
import { AS_OF } from '../support/vendors/vendor';

const NAMES = ['XNAS:MSFT', 'XNYS:BRK.B', 'XNYS:POISON', 'XNAS:NOBODY'];
const REFUSED = { status: 400, body: { message: 'bad request' } };

/** A client of this vendor's adapter, and what is left of its day. */
const clientFor = (standIn: ReturnType<typeof useVendor>, options: ProviderOptions) => {
  const client = createProviderClient(standIn.create(options), {
    ledger: createMemoryLedger(),
    timeoutMs: 5_000,
    now: Date.now,
  });
  return {
    client,
    spent: async () => Number(options.perDay) - Number((await providerHealth(client)).quota.dayLeft),
    request: (names: string[], asOf?: Date) =>
      requestQuotes(client, names.map(parseInstrument), { priority: 'publication', asOf }),
  };
};

describe.each([
  ['massive', MASSIVE],
  ['alpaca', ALPACA],
] as const)('the requests of a split batch: %s', (_name, vendor) => {
  const standIn = useVendor(vendor);
  beforeEach(() =>
    standIn.server.record(({ query }) => (query.toString().includes('POISON') ? REFUSED : undefined)),
  );

  it('are all counted', async () => {
    const { request, spent } = clientFor(standIn, { perDay: 100 });
    await request(NAMES);
    expect(standIn.server.requests.length).toBeGreaterThan(2);
    expect(await spent()).toBe(standIn.server.requests.length);
  });

  it('end with the quota, which pauses nobody', async () => {
    const { client, request, spent } = clientFor(standIn, { perDay: 2 });
    const answers = await request(NAMES);
    expect(standIn.server.requests).toHaveLength(2);
    expect(await spent()).toBe(2);
    expect(codes(answers, NAMES)).toEqual(expect.arrayContaining(['quota']));
    expect(client.quota.pausedUntil).toBe(0);
  });
});

describe('the credits of a split batch: twelve-data', () => {
  const standIn = useVendor(TWELVE_DATA);

  it('are counted by symbol, those of the first request once', async () => {
    const { request, spent } = clientFor(standIn, { perDay: 100, perMinute: 0 });
    await request(['XNAS:MSFT', 'XLON:RIO', 'XTKS:7203']);
    expect(standIn.server.requests).toHaveLength(3);
    expect(await spent()).toBe(3);
    standIn.server.record(({ query }) => (query.toString().includes('POISON') ? REFUSED : undefined));
    // 4, then 2 and 2, then 1 and 1 of the half with the bad symbol.
    await request(NAMES);
    expect(await spent()).toBe(3 + 4 + 4 + 2);
  });
});

describe('the fallback of a refused batch: fmp', () => {
  const standIn = useVendor(FMP);
  const refuseBatches = () =>
    standIn.server.record(({ path }) =>
      path === '/stable/batch-quote'
        ? { status: 402, body: 'Restricted Endpoint: This endpoint is not available' }
        : undefined,
    );

  it('is counted, a request for each symbol', async () => {
    refuseBatches();
    const { request, spent } = clientFor(standIn, { perDay: 100 });
    const names = ['XNAS:MSFT', 'XNYS:BRK.B'];
    expect(codes(await request(names), names)).toEqual(['quote', 'quote']);
    expect(standIn.server.requests).toHaveLength(3);
    expect(await spent()).toBe(3);
  });

  it('stops where the quota is spent', async () => {
    refuseBatches();
    const { request } = clientFor(standIn, { perDay: 2 });
    const names = ['XNAS:MSFT', 'XNYS:BRK.B'];
    expect(codes(await request(names), names)).toEqual(['quote', 'quota']);
    expect(standIn.server.requests).toHaveLength(2);
  });
});

describe('a past minute', () => {
  const eodhd = useVendor(EODHD);
  const alpaca = useVendor(ALPACA);
  const alphaVantage = useVendor(ALPHA_VANTAGE);

  it('costs five calls at EODHD', async () => {
    const { request, spent } = clientFor(eodhd, { perDay: 100 });
    await request(['XNAS:MSFT'], AS_OF);
    expect(await spent()).toBe(5);
  });

  it('is counted twice where Alpaca refuses all exchanges and is asked for IEX', async () => {
    alpaca.server.record(({ query }) =>
      query.get('feed') === 'iex'
        ? undefined
        : { status: 403, body: { message: 'subscription does not permit' } },
    );
    const { request, spent } = clientFor(alpaca, { perDay: 100 });
    expect(codes(await request(['XNAS:MSFT'], AS_OF), ['XNAS:MSFT'])).toEqual(['quote']);
    expect(await spent()).toBe(2);
  });

  it('is counted for each month that Alpha Vantage is asked for', async () => {
    const { request, spent } = clientFor(alphaVantage, { perDay: 100, now: () => new Date(2026, 2, 3) });
    await request(['XNAS:MSFT'], new Date('2026-03-02T09:00:00Z'));
    expect(alphaVantage.server.requests).toHaveLength(2);
    expect(await spent()).toBe(2);
  });
});

import fc from 'fast-check';
import { readOpenFigiUrl } from '../../../src/newsroom/tickers/openfigi-environment';
import { askOpenFigi, type Lookup } from '../../../src/newsroom/tickers/openfigi';
import { APPLE, createOpenFigi, type OpenFigiFault } from '../../support/vendors/openfigi';

describe('OpenFIGI', () => {
  let vendor: Awaited<ReturnType<typeof createOpenFigi>>;
  beforeEach(async () => {
    vendor = await createOpenFigi();
  });
  afterEach(() => vendor.close());

  const ask = (lookup: Lookup, signal = AbortSignal.timeout(5_000)) =>
    askOpenFigi(vendor.baseUrl, lookup, signal);
  const jobs = () => vendor.requests.flatMap((request) => request.jobs);

  it('is asked once, with POST, without a key, for every tier of Nasdaq', async () => {
    vendor.know({ idType: 'TICKER', idValue: 'AAPL', micCode: 'XNAS' }, { error: 'Invalid micCode.' });
    vendor.know({ idType: 'TICKER', idValue: 'AAPL', micCode: 'XNGS' }, { data: [APPLE] });
    expect(await ask({ symbol: 'AAPL', mic: 'XNAS' })).toEqual({ name: 'APPLE INC', figi: APPLE.figi });
    expect(vendor.requests).toHaveLength(1);
    expect(vendor.requests[0]).toMatchObject({ method: 'POST', path: '/v3/mapping' });
    expect(vendor.requests[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(vendor.requests[0]?.headers).not.toHaveProperty('x-openfigi-apikey');
    expect(jobs().map(({ micCode }) => micCode)).toEqual(['XNAS', 'XNGS', 'XNMS', 'XNCM']);
  });

  it.each([
    ['a share class behind a slash', { symbol: 'BRK.B', mic: 'XNYS' }, 'TICKER', 'BRK/B'],
    ['Hong Kong without zeros in front', { symbol: '0700', mic: 'XHKG' }, 'TICKER', '700'],
    ['an ISIN as it is', { symbol: 'RIO', mic: 'XLON', isin: 'GB0007188757' }, 'ID_ISIN', 'GB0007188757'],
  ])('is given %s', async (_what, lookup, idType, idValue) => {
    await ask(lookup);
    expect(jobs()[0]).toEqual({ idType, idValue, micCode: lookup.mic });
  });

  it('is never sent more jobs than it takes without a key', async () => {
    await ask({ symbol: 'TCEHY', mic: 'OTCM' });
    expect(jobs()).toHaveLength(5);
  });

  it('knows nothing of a listing, or not the market, or another symbol', async () => {
    expect(await ask({ symbol: 'GMBXQ', mic: 'XLON' })).toEqual({ fault: 'unknown' });
    vendor.know({ idType: 'TICKER', idValue: 'GMBXQ', micCode: 'XBAH' }, { error: 'Invalid micCode.' });
    expect(await ask({ symbol: 'GMBXQ', mic: 'XBAH' })).toEqual({ fault: 'not-covered' });
    vendor.know(
      { idType: 'TICKER', idValue: 'AAPL', micCode: 'XBAH' },
      { data: [{ ...APPLE, ticker: 'AAPLE' }] },
    );
    expect(await ask({ symbol: 'AAPL', mic: 'XBAH' })).toEqual({ fault: 'unknown' });
  });

  it('several FIGIs of one share are none; several shares are a question', async () => {
    const job = { idType: 'TICKER', idValue: 'AAPL', micCode: 'XBAH' };
    vendor.know(job, { data: [APPLE, { ...APPLE, figi: 'BBG000B9XVV8', exchCode: 'UN' }] });
    expect(await ask({ symbol: 'AAPL', mic: 'XBAH' })).toEqual({ name: 'APPLE INC', figi: null });
    vendor.know(job, { data: [APPLE, { ...APPLE, figi: 'BBG000B9XVV8', shareClassFIGI: 'BBG001S5S399' }] });
    expect(await ask({ symbol: 'AAPL', mic: 'XBAH' })).toEqual({ fault: 'ambiguous' });
  });

  it('a FIGI that is none, and a name that hides its direction, are not taken', async () => {
    const job = { idType: 'TICKER', idValue: 'AAPL', micCode: 'XBAH' };
    vendor.know(job, { data: [{ ...APPLE, figi: 'nonsense', name: 'APPLE\u202e \n INC' }] });
    expect(await ask({ symbol: 'AAPL', mic: 'XBAH' })).toEqual({ name: 'APPLE INC', figi: null });
  });

  it.each<[OpenFigiFault, string]>([
    ['quota', 'quota'],
    ['too-many-jobs', 'bad-answer'],
    ['server-error', 'unreachable'],
    ['garbage', 'bad-answer'],
    ['too-few', 'bad-answer'],
    ['close', 'unreachable'],
  ])('%s is told as %s', async (fault, told) => {
    vendor.fail(fault);
    expect(await ask({ symbol: 'AAPL', mic: 'XNAS' })).toEqual({ fault: told });
  });

  it('does not keep anybody waiting', async () => {
    vendor.fail('stall');
    expect(await ask({ symbol: 'AAPL', mic: 'XNAS' }, AbortSignal.timeout(50))).toEqual({
      fault: 'unreachable',
    });
  });

  it('whatever it answers is a listing or a fault', async () => {
    const job = { idType: 'TICKER', idValue: 'AAPL', micCode: 'XBAH' };
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        vendor.know(job, { data: value });
        const found = await ask({ symbol: 'AAPL', mic: 'XBAH' });
        expect(Object.keys(found).join()).toMatch(/^(fault|name,figi)$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('OPENFIGI_BASE_URL', () => {
  it('is the real one where it is empty, and refused where it is no address', () => {
    expect(readOpenFigiUrl({ OPENFIGI_BASE_URL: ' ' })).toBe('https://api.openfigi.com');
    expect(readOpenFigiUrl({ OPENFIGI_BASE_URL: 'http://127.0.0.1:9/figi' })).toBe('http://127.0.0.1:9/figi');
    expect(() => readOpenFigiUrl({ OPENFIGI_BASE_URL: 'ftp://x' })).toThrow('OPENFIGI_BASE_URL');
  });
});

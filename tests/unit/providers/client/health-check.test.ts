import { runHealthCheck } from '../../../../src/plugins/quote-snapshots/server/src/providers/client/health-check';
import { licenceWarnings } from '../../../../src/plugins/quote-snapshots/server/src/providers/client/licence-warnings';
import type { QuoteRequest } from '../../../../src/plugins/quote-snapshots/server/src/providers/quote-provider';
import { useVendor } from '../../../support/vendors/asking';
import { ALPHA_VANTAGE } from '../../../support/vendors/alpha-vantage';
import { FINNHUB } from '../../../support/vendors/finnhub';

const MSFT = { mic: 'XNAS', symbol: 'MSFT' };
const BRK_B = { mic: 'XNYS', symbol: 'BRK.B' };
const NOBODY = { mic: 'XNAS', symbol: 'NOBODY' };

describe('how a provider fares', () => {
  const vendor = useVendor(FINNHUB);

  it('is well where there is a quote for each instrument, in batches that it takes', async () => {
    const report = await runHealthCheck(vendor.create(), [MSFT, BRK_B]);
    expect(report).toMatchObject({ ok: true, code: 'ok' });
    expect([...report.answers.keys()]).toEqual(['XNAS:MSFT', 'XNYS:BRK.B']);
    expect(report.latencyMs).toBeGreaterThanOrEqual(0);
    expect(vendor.server.requests).toHaveLength(2);
  });

  it('names the gravest of several reasons', async () => {
    const report = await runHealthCheck(vendor.create(), [NOBODY, MSFT]);
    expect(report).toMatchObject({ ok: false, code: 'unknown-instrument' });
    expect(await runHealthCheck(vendor.create({ apiKey: 'wrong' }), [NOBODY, MSFT])).toMatchObject({
      ok: false,
      code: 'refused',
      message: expect.stringContaining('key'),
    });
  });

  it.each(['close', 'quota', 'server-error', 'html'] as const)('says what is wrong: %s', async (fault) => {
    vendor.server.fail(fault);
    const { code } = await runHealthCheck(vendor.create(), [MSFT]);
    expect(code).toBe(
      { close: 'network', quota: 'quota', 'server-error': 'network', html: 'bad-answer' }[fault],
    );
  });

  it('does not wait for a provider that never answers, nor repeat what one throws', async () => {
    const silent = { ...vendor.create(), getQuotes: () => new Promise<never>(() => undefined) };
    expect(await runHealthCheck(silent, [MSFT], { timeoutMs: 1 })).toMatchObject({ code: 'timeout' });
    const throwing = { ...vendor.create(), getQuotes: () => Promise.reject(new Error('key=secret')) };
    const report = await runHealthCheck(throwing, [MSFT]);
    expect(report.code).toBe('bad-answer');
    expect(JSON.stringify([report, ...report.answers])).not.toContain('secret');
  });

  it('says of an instrument that the provider forgot that it gave no answer', async () => {
    const forgetful = { ...vendor.create(), getQuotes: () => Promise.resolve(new Map()) };
    expect(await runHealthCheck(forgetful, [MSFT])).toMatchObject({
      code: 'unknown-instrument',
      message: 'The provider gave no answer for XNAS:MSFT.',
    });
  });

  it('asks as of a past minute for the markets that the provider can, and says of others that it cannot', async () => {
    const [LONDON, asOf] = [{ mic: 'XLON', symbol: 'RIO' }, new Date('2026-03-02T15:00:00Z')];
    const asked: unknown[] = [];
    const american = {
      ...vendor.create(),
      answersAsOf: true,
      asOfMarkets: ['XNAS'],
      getQuotes: (request: QuoteRequest) => {
        asked.push([request.instruments, request.asOf]);
        return Promise.resolve(new Map());
      },
    };
    const { answers } = await runHealthCheck(american, [MSFT, LONDON], { asOf });
    expect(asked).toEqual([[[MSFT], asOf]]);
    expect(answers.get('XLON:RIO')).toMatchObject({
      failure: { code: 'no-price', message: expect.stringContaining('but for listings on XNAS') },
    });
  });

  it('says that a provider cannot answer as of a past minute, without asking', async () => {
    const report = await runHealthCheck(vendor.create(), [MSFT], { asOf: new Date('2026-03-02T15:00:00Z') });
    expect(report).toMatchObject({
      ok: false,
      code: 'no-price',
      message: expect.stringContaining('past minute'),
    });
    expect(vendor.server.requests).toEqual([]);
  });
});

describe('licences', () => {
  const vendor = useVendor(ALPHA_VANTAGE);

  it('that forbid showing quotes are warned of, unless the contract says otherwise', () => {
    const provider = vendor.create();
    const licensed = vendor.create({ licence: 'display' });
    const variables = { 'provider.licence': 'QUOTES_LICENCE' };
    expect(licenceWarnings({ provider, fallback: licensed }, variables)).toEqual([
      expect.stringMatching(/"alpha-vantage".* say so with QUOTES_LICENCE=display/),
    ]);
    // An app that names no variable is told the option.
    expect(licenceWarnings({ provider: licensed, fallback: provider }, variables)).toEqual([
      expect.stringContaining(' say so with fallback.licence=display'),
    ]);
    expect(licenceWarnings({ provider: licensed }, variables)).toEqual([]);
  });
});

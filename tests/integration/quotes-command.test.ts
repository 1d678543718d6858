import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCommand } from '../support/command';
import { freshEnvironment } from '../support/environment';
import { AS_OF, type VendorStandIn } from '../support/vendors/vendor';
import { FINNHUB, startFinnhub } from '../support/vendors/finnhub';
import { NOT_IN_PLAN, startTwelveData, TWELVE_DATA } from '../support/vendors/twelve-data';

/** `npm run quotes`, as a process of its own. */
describe('the command quotes', () => {
  let folder: string;
  let environment: Record<string, string>;
  let vendor: VendorStandIn;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-quotes-'));
    vendor = await startTwelveData();
    environment = {
      ...freshEnvironment(folder),
      // No .env of whoever runs the tests.
      ENV_PATH: path.join(folder, 'none.env'),
      QUOTES_PROVIDER: 'twelve-data',
      QUOTES_API_KEY: TWELVE_DATA.key,
      QUOTES_BASE_URL: vendor.baseUrl,
    };
  });
  beforeEach(() => {
    vendor.fail(undefined);
    vendor.record(undefined);
  });
  afterAll(async () => {
    await vendor.close();
    await rm(folder, { recursive: true, force: true });
  });

  const quotes = async (args: string[], extra: Record<string, string> = {}) => {
    const command = startCommand('quotes/cli.js', args, { ...environment, ...extra });
    const code = await command.ended;
    expect(command.output()).not.toContain(TWELVE_DATA.key);
    return { code, output: command.output() };
  };

  it('prints a table, with the credit, the delay and what the licence allows', async () => {
    const { code, output } = await quotes(['XNAS:MSFT', 'XLON:RIO']);
    expect(code).toBe(0);
    expect(output).toMatch(/XNAS:MSFT +│ +480\.50 USD +│ +\+10\.50 +│ +\+2\.23 %/);
    expect(output).toMatch(/XLON:RIO +│ +49\.875 GBP/);
    expect(output).toContain('Quotes by Twelve Data. (twelve-data, delayed at least 15 minutes;');
    expect(output).toContain('do not allow showing them to the public');
  });

  it('prints JSON for programs', async () => {
    const { code, output } = await quotes(['XNAS:MSFT', 'XNAS:NOBODY', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      provider: 'twelve-data',
      ok: false,
      code: 'unknown-instrument',
      quotes: [
        { instrument: 'XNAS:MSFT', price: 480.5, currency: 'USD' },
        { instrument: 'XNAS:NOBODY', failure: { code: 'unknown-instrument' } },
      ],
    });
  });

  it('answers as of a past minute', async () => {
    const { code, output } = await quotes(['XNAS:MSFT', '--as-of', AS_OF.toISOString()]);
    expect(code).toBe(0);
    expect(output).toContain('479.50 USD');
  });

  it.each([
    ['refused', 'refused: The provider refused the request: its key is missing, wrong, or not entitled'],
    ['quota', "quota: The provider's quota is used up."],
    ['close', 'network: The provider cannot be reached, or closed the connection.'],
    ['html', "bad-answer: The provider's answer is not JSON."],
  ] as const)('says exactly what is wrong: %s', async (fault, message) => {
    vendor.fail(fault);
    const { code, output } = await quotes(['XNAS:MSFT']);
    expect(code).toBe(1);
    expect(output).toContain(`XNAS:MSFT: ${message}`);
  });

  it('tells a wrong key from a plan that lacks the instrument', async () => {
    const { code, output } = await quotes(['XNAS:MSFT'], { QUOTES_API_KEY: 'a-key-that-is-not-known' });
    expect(code).toBe(1);
    expect(output).toContain(
      'XNAS:MSFT: refused: The provider refused the request: its key is missing, wrong',
    );

    vendor.record(() => NOT_IN_PLAN);
    const lacking = await quotes(['XLON:RIO']);
    expect(lacking.code).toBe(1);
    expect(lacking.output).toContain(
      'XLON:RIO: refused: The provider refused this instrument: the plan of its key does not include it.',
    );
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['no key', ['XNAS:MSFT'], { QUOTES_API_KEY: '' }, '"twelve-data" needs an API key: set QUOTES_API_KEY'],
    [
      'no provider of this name',
      ['XNAS:MSFT', '--provider', 'acme'],
      {},
      'npm install strapi-provider-quotes-acme',
    ],
    ['no instrument', ['MSFT'], {}, '"MSFT" is not an instrument'],
    ['no instruments', [], {}, 'Usage: npm run quotes'],
    ['an unknown flag', ['XNAS:MSFT', '--loud'], {}, '--loud'],
    ['no time', ['XNAS:MSFT', '--as-of', 'noon'], {}, '--as-of is "noon"'],
    ['a time without an offset', ['XNAS:MSFT', '--as-of', '2026-03-02T15:00'], {}, 'with its offset'],
    ['a time to come', ['XNAS:MSFT', '--as-of', '2100-03-02T15:00Z'], {}, 'yet to come'],
    ['a bad variable', ['XNAS:MSFT'], { QUOTES_PER_DAY: 'lots' }, 'QUOTES_PER_DAY is "lots"'],
  ])('ends with 2 and says why: %s', async (_what, args, extra, message) => {
    const { code, output } = await quotes(args, extra);
    expect(code).toBe(2);
    expect(output).toContain(message);
  });

  it('asks the fallback by its name with the fallback’s key', async () => {
    const finnhub = await startFinnhub();
    const { code, output } = await quotes(['XNAS:MSFT', '--provider', 'finnhub'], {
      QUOTES_FALLBACK: 'finnhub',
      QUOTES_FALLBACK_API_KEY: FINNHUB.key,
      QUOTES_FALLBACK_BASE_URL: finnhub.baseUrl,
    });
    expect(code).toBe(0);
    expect(output).toContain('Quotes by Finnhub. (finnhub, real-time');
    await finnhub.close();
  });

  it('finds a provider of one’s own by its path', async () => {
    const { code, output } = await quotes(
      ['XLON:VOD', '--provider', './tests/support/strapi-provider-quotes-sample'],
      { QUOTES_BASE_URL: 'http://127.0.0.1:9' },
    );
    expect(code).toBe(1);
    expect(output).toContain('XLON:VOD: network: The provider cannot be reached');
  });
});

import { failure } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import type { QuoteAnswer } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';
import type { QuoteProvider } from '../../../../src/plugins/quote-snapshots/server/src/providers/quote-provider';
import { redactKey } from '../../../../src/plugins/quote-snapshots/server/src/providers/loading/redact-key';

const provider = (outcome: QuoteAnswer): QuoteProvider => ({
  name: 'vendor',
  attribution: 'Quotes for key-of-ours.',
  licence: 'display',
  delayMinutes: 0,
  maxBatch: 7,
  limits: { counts: 'request' },
  answersAsOf: false,
  getQuotes: () => Promise.resolve(new Map([['XNAS:A', outcome]])),
});
const quote = {
  instrument: { mic: 'XNAS', symbol: 'A' },
  name: 'Agilent secret-of-ours',
  exchange: 'key-of-ours Nasdaq',
  price: 1,
  previousClose: null,
  change: null,
  changePercent: null,
  priceDecimals: 2,
  currency: 'USD',
  quoteUnit: null,
  marketState: 'regular' as const,
  quotedAt: new Date(),
  delayMinutes: null,
};
const request = { instruments: [], signal: new AbortController().signal };

describe('a provider that repeats its key', () => {
  it.each([[{ quote }], [{ failure: failure('refused', 'No key-of-ours, no secret-of-ours.') }]])(
    'is not repeated: %j',
    async (outcome) => {
      const careful = redactKey(provider(outcome), 'key-of-ours:secret-of-ours');
      const said = JSON.stringify([...(await careful.getQuotes(request)), careful.attribution]);
      expect(said).toContain('***');
      expect(said).not.toMatch(/-of-ours/);
      expect(careful).toMatchObject({ name: 'vendor', maxBatch: 7 });
    },
  );

  it('is left as it is without a key', () => {
    const free = provider({ quote });
    expect(redactKey(free, undefined)).toBe(free);
  });
});

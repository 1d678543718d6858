import fc from 'fast-check';
import { failure } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import { withValidatedQuotes } from '../../../../src/plugins/quote-snapshots/server/src/providers/loading/with-validated-quotes';
import type { QuoteProvider } from '../../../../src/plugins/quote-snapshots/server/src/providers';

const NOW = new Date('2026-03-02T15:00:00Z');
const VOD = { mic: 'XLON', symbol: 'VOD' };
const QUOTE = { price: 0.7124, currency: 'GBP', quoteUnit: 'GBX', priceDecimals: 4, quotedAt: NOW };

/** A provider that answers with this, whatever it is, behind the gate. */
const guarded = (answer: unknown): QuoteProvider =>
  withValidatedQuotes(
    {
      name: 'acme',
      attribution: 'Quotes by\nAcme.',
      licence: 'display',
      delayMinutes: 0,
      maxBatch: 10,
      limits: { counts: 'request' },
      answersAsOf: false,
      getQuotes: () => Promise.resolve(answer as Awaited<ReturnType<QuoteProvider['getQuotes']>>),
    },
    () => NOW,
  );
const ask = async (answer: unknown) =>
  (await guarded(answer).getQuotes({ instruments: [VOD], signal: new AbortController().signal })).get(
    'XLON:VOD',
  );

describe('a provider of others, behind the gate', () => {
  it('has its good quotes through, with the unit that the market quotes in', async () => {
    expect(await ask(new Map([['XLON:VOD', { quote: QUOTE }]]))).toMatchObject({
      quote: { instrument: VOD, price: 0.7124, priceDecimals: 4, currency: 'GBP', quoteUnit: 'GBX' },
    });
  });

  it.each([
    ['nothing at all', undefined],
    ['no map', { 'XLON:VOD': { quote: QUOTE } }],
    ['an empty map', new Map()],
    ['neither a quote nor a reason', new Map([['XLON:VOD', {}]])],
    ['a price that is text', new Map([['XLON:VOD', { quote: { ...QUOTE, price: '0.71' } }]])],
    ['no time', new Map([['XLON:VOD', { quote: { ...QUOTE, quotedAt: null } }]])],
    [
      'a reason of no kind',
      new Map([['XLON:VOD', { failure: { code: 'oops', message: 'x', retryable: true } }]]),
    ],
  ])('has a reason in place of %s', async (_what, answer) => {
    expect(await ask(answer)).toMatchObject({
      failure: { code: 'incomplete-quote', message: expect.stringContaining('acme') },
    });
  });

  it.each([
    ['zero', { price: 0 }, 'invalid-price'],
    ['NaN', { price: NaN }, 'incomplete-quote'],
    ['a price of long ago', { quotedAt: new Date(0) }, 'stale'],
    ['another listing’s currency', { currency: 'JPY' }, 'wrong-listing'],
  ])('does not let %s become a quote', async (_what, fields, code) => {
    expect(await ask(new Map([['XLON:VOD', { quote: { ...QUOTE, ...fields } }]]))).toMatchObject({
      failure: { code },
    });
  });

  it('hands reasons on, cut to a line', async () => {
    const said = failure('quota', `Slow\n${'down '.repeat(500)}`, 60_000);
    const outcome = await ask(new Map([['XLON:VOD', { failure: said }]]));
    expect(outcome).toMatchObject({ failure: { code: 'quota', retryable: true, retryAfterMs: 60_000 } });
    const message = outcome && 'failure' in outcome ? outcome.failure.message : '';
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).not.toContain('\n');
    expect(guarded(new Map()).attribution).toBe('Quotes by Acme.');
  });

  it('answers for each instrument, whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (answer) => {
        const outcome = await ask(new Map([['XLON:VOD', answer]]));
        expect(outcome && ('quote' in outcome || 'failure' in outcome)).toBe(true);
      }),
    );
  });
});

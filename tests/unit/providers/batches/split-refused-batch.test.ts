import fc from 'fast-check';
import type { RawAnswers } from '../../../../src/plugins/quote-snapshots/server/src/providers/batches/raw-answers';
import { splitRefusedBatch } from '../../../../src/plugins/quote-snapshots/server/src/providers/batches/split-refused-batch';
import { failure } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import { refusalInText } from '../../../../src/plugins/quote-snapshots/server/src/providers/http/refusal-texts';

const PRICE = { price: 1, quotedAt: null };
const listings = (count: number): string[] => Array.from({ length: count }, (_, index) => `S${index}`);

/** A vendor that refuses every batch with one of these symbols in it, and may say which. */
const picky = (bad: readonly string[], names: boolean) => {
  const asked: string[][] = [];
  const ask = (symbols: readonly string[]): Promise<RawAnswers> => {
    asked.push([...symbols]);
    const found = symbols.find((symbol) => bad.includes(symbol));
    if (found === undefined) return Promise.resolve(new Map(symbols.map((symbol) => [symbol, PRICE])));
    const words = names ? `invalid symbol: ${found}` : 'invalid symbol';
    return Promise.resolve(refusalInText(`{"message":"code=400, message=${words}"}`)!);
  };
  return { ask, asked };
};
const refusedOf = async (
  symbols: readonly string[],
  ask: (some: readonly string[]) => Promise<RawAnswers>,
) => {
  const readings = await splitRefusedBatch(symbols, ask);
  return symbols.filter((symbol) => {
    const reading = readings.get(symbol);
    return !reading || 'code' in reading;
  });
};

describe('a batch that a vendor refuses for one symbol', () => {
  it('is asked for once where nothing is wrong', async () => {
    const { ask, asked } = picky([], true);
    expect(await refusedOf(listings(100), ask)).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('is asked for again without the symbol that was named', async () => {
    const { ask, asked } = picky(['S7'], true);
    expect(await refusedOf(listings(100), ask)).toEqual(['S7']);
    expect(asked.map((symbols) => symbols.length)).toEqual([100, 99]);
  });

  it('is halved where the vendor only repeats what it was asked', async () => {
    const ask = (symbols: readonly string[]): Promise<RawAnswers> =>
      Promise.resolve(
        symbols.includes('S3')
          ? refusalInText(`{"error":"Invalid symbol","symbols":"${symbols.join(',')}"}`)!
          : new Map(symbols.map((symbol) => [symbol, PRICE])),
      );
    expect(await refusedOf(listings(8), ask)).toEqual(['S3']);
  });

  it('is halved until the culprit stands alone where none was named', async () => {
    const { ask, asked } = picky(['S249'], false);
    expect(await refusedOf(listings(250), ask)).toEqual(['S249']);
    expect(asked.length).toBeLessThanOrEqual(24);
  });

  it('costs a bounded number of requests, and what was not tried may be asked for again', async () => {
    const { ask, asked } = picky(listings(100), false);
    const readings = await splitRefusedBatch(listings(100), ask);
    expect(asked).toHaveLength(24);
    const reasons = [...readings.values()].map((reading) => ('code' in reading ? reading.code : 'quote'));
    expect(reasons).toHaveLength(100);
    expect(new Set(reasons)).toEqual(new Set(['unknown-instrument', 'bad-answer']));
  });

  it('is not asked for again where the key, the quota or the vendor is at fault', async () => {
    for (const code of ['refused', 'quota', 'network', 'timeout'] as const) {
      const ask = jest.fn(() => Promise.resolve(failure(code, 'no')));
      expect(await refusedOf(listings(10), ask)).toHaveLength(10);
      expect(ask).toHaveBeenCalledTimes(1);
    }
  });

  it('never costs a good symbol its quote, wherever and whichever the bad ones are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(39), { maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (places, names, count) => {
          const symbols = listings(count);
          const bad = places.map((place) => `S${place}`).filter((symbol) => symbols.includes(symbol));
          const { ask, asked } = picky(bad, names);
          const refused = await refusedOf(symbols, ask);
          expect(asked.length).toBeLessThanOrEqual(24);
          expect(refused).toEqual(expect.arrayContaining(bad));
          // With three unnamed ones among forty the requests may not do.
          if (names || bad.length < 3) expect(refused).toHaveLength(bad.length);
        },
      ),
    );
  });
});

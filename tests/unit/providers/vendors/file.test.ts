import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import file from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/file';
import { readQuotesCsv } from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/quotes-csv';

describe('the quotes file', () => {
  it('reads figures, derives the previous close, and keeps the unit', () => {
    const { quotes, faults, attribution } = readQuotesCsv(
      '# attribution: Ours.\ninstrument,price,change,currency,quoteUnit\nXLON:RIO,4987.50,-62,GBP,GBX\nbrk-b@,1,,USD,\nXNYS:brk-b,467.05,,USD,\n',
    );
    expect(attribution).toBe('Ours.');
    expect(quotes.get('XLON:RIO')).toMatchObject({ price: 4987.5, previousClose: 5049.5, currency: 'GBX' });
    expect(quotes.get('XNYS:BRK.B')).toMatchObject({ price: 467.05, previousClose: null });
    expect(faults).toEqual([expect.stringContaining('line 4: "brk-b@"')]);
  });

  it.each([
    ['instrument,cost\nXNAS:A,1\n', 'line 1: column "cost"'],
    ['# only a comment\ninstrument\nXNAS:A\n', 'line 2: the column "price" is missing'],
  ])('refuses a header that it does not know', (csv, message) => {
    expect(() => readQuotesCsv(csv)).toThrow(message);
  });

  it.each([
    ['XNAS:A,0x10', 'price "0x10"'],
    ['XNAS:A,1e3', 'price "1e3"'],
    ['XNAS:A,"1,000"', 'price "1,000"'],
    ['MSFT,1', '"MSFT" is not an instrument'],
    ['XNAS:A,1\nXNAS:A,2', 'line 3: instrument XNAS:A is there twice'],
  ])('names the row that is wrong: %s', (row, fault) => {
    expect(readQuotesCsv(`instrument,price\n${row}\n`).faults).toEqual([expect.stringContaining(fault)]);
  });

  it('fails in words, never otherwise', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { quotes } = readQuotesCsv(`instrument,price,change\n${text}`);
        for (const { price } of quotes.values()) expect(price === null || Number.isFinite(price)).toBe(true);
      }),
    );
  });
});

describe('the provider “file”', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-file-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const ask = (provider: ReturnType<typeof file.init>, symbol: string) =>
    provider.getQuotes({ instruments: [{ mic: 'XNAS', symbol }], signal: AbortSignal.timeout(1_000) });

  it('reads its file again when it changes, and says when it is gone', async () => {
    const csv = path.join(folder, 'quotes.csv');
    const write = async (price: number, second: number) => {
      await writeFile(csv, `instrument,price,currency\nXNAS:A,${price},USD\n`);
      await utimes(csv, second, second);
    };
    await write(1, 1_000);
    const provider = file.init({ file: csv });
    expect((await ask(provider, 'A')).get('XNAS:A')).toMatchObject({ quote: { price: 1 } });
    await write(2, 2_000);
    expect((await ask(provider, 'A')).get('XNAS:A')).toMatchObject({ quote: { price: 2 } });
    expect((await ask(provider, 'B')).get('XNAS:B')).toMatchObject({
      failure: { code: 'unknown-instrument' },
    });
    await rm(csv);
    expect((await ask(provider, 'A')).get('XNAS:A')).toMatchObject({ failure: { code: 'bad-answer' } });
  });

  it('needs a file, and says where to name it', () => {
    expect(() => file.init({})).toThrow('set QUOTES_FILE, or provider.file in config/plugins');
  });

  it('finds it from the app’s folder, wherever the process was started', async () => {
    await writeFile(path.join(folder, 'own.csv'), 'instrument,price,currency\nXNAS:A,1,USD\n');
    const provider = file.init({ file: 'own.csv', appRoot: folder });
    expect((await ask(provider, 'A')).get('XNAS:A')).toMatchObject({ quote: { price: 1 } });
  });
});

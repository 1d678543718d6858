import fc from 'fast-check';
import { companyBefore } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/company-before';
import { companyName } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/company-name';
import { namesOfListings } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/names-of-listings';

const before = (text: string) => companyBefore(text, text.indexOf(' ('));

describe('the name of a company before its listing', () => {
  it.each([
    ['Rio Tinto (LSE: RIO)', 'Rio Tinto'],
    ['Shares of Rio Tinto (LSE: RIO)', 'Rio Tinto'],
    ['the miner Rio Tinto plc (LSE: RIO)', 'Rio Tinto plc'],
    ['Profits fell. Rio Tinto (LSE: RIO)', 'Rio Tinto'],
    ['In London, Rio Tinto (LSE: RIO)', 'Rio Tinto'],
    ['The Boeing Company (NYSE: BA)', 'Boeing Company'],
    ['While Microsoft (NASDAQ: MSFT)', 'Microsoft'],
    ['Microsoft and Apple (NASDAQ: AAPL)', 'Apple'],
    ['Microsoft, Apple (NASDAQ: AAPL)', 'Apple'],
    ['Apple, Inc. (NASDAQ: AAPL)', 'Apple, Inc.'],
    ['Microsoft’s (NASDAQ: MSFT)', 'Microsoft'],
    ['Britain’s Rio Tinto (LSE: RIO)', 'Rio Tinto'],
    ['J.P. Morgan (NYSE: JPM)', 'J.P. Morgan'],
    ['AT&T Inc. (NYSE: T)', 'AT&T Inc.'],
    ['Johnson & Johnson (NYSE: JNJ)', 'Johnson & Johnson'],
    ['Profits at Bank of America (NYSE: BAC)', 'Bank of America'],
    ['3M (NYSE: MMM)', '3M'],
    ['banks like 1st Source Corporation (NASDAQ: SRCE)', '1st Source Corporation'],
    ['auctions at eBay (NASDAQ: EBAY)', 'eBay'],
    ['NEW YORK, Nov. 28 /PRNewswire/ -- Microsoft Corp. (NASDAQ: MSFT)', 'Microsoft Corp.'],
    ['Die Deutsche Bank (XETRA: DBK)', 'Deutsche Bank'],
    ['Aktien der Münchener Rück AG (XETRA: MUV2)', 'Münchener Rück AG'],
    ['Chez L’Oréal (Euronext Paris: OR)', 'L’Oréal'],
    ['Según Banco Santander (BME: SAN)', 'Banco Santander'],
    ['トヨタ自動車 (TYO: 7203)', 'トヨタ自動車'],
  ])('%s', (text, name) => {
    expect(before(text)).toBe(name);
  });

  it.each([
    ['the maker of phones (NASDAQ: AAPL)'],
    ['Shares of (NASDAQ: AAPL)'],
    ['“Good news” (NASDAQ: AAPL)'],
    ['2026 (NASDAQ: AAPL)'],
    ['It came 1st (NASDAQ: AAPL)'],
    [' (NASDAQ: AAPL)'],
    ['The (NASDAQ: AAPL)'],
    ['Inc. (NASDAQ: AAPL)'],
  ])('%s has none', (text) => {
    expect(before(text)).toBeNull();
  });

  it('is a part of the text, whatever the text and the place', () => {
    const words = fc.constantFrom(
      'Rio',
      'the',
      'of',
      '&',
      ',',
      "'s",
      '’',
      'Inc.',
      '(',
      '\n',
      ' ',
      '🙂',
      'ß',
      'İ',
      '—',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: -5, max: 300 }), (text, end) => {
        const name = companyBefore(text, end);
        if (name === null) return;
        expect(text.slice(0, Math.max(0, end))).toContain(name);
        expect(name).toBe(name.trim());
        expect(name).not.toBe('');
      }),
    );
  });

  it('looks at no more of a long text than a name is long', () => {
    const text = `${'Rio '.repeat(250_000)}(LSE: RIO)`;
    expect(companyBefore(text, text.indexOf('('))).toMatch(/^(Rio ){10,30}Rio$/);
  });
});

describe('what a new company is called', () => {
  it.each([
    ['Rio Tinto plc', 'RIO TINTO GROUP', { name: 'Rio Tinto', legalName: 'Rio Tinto plc' }],
    ['Rio Tinto', 'Rio Tinto Group', { name: 'Rio Tinto', legalName: null }],
    ['Chipkonzern Infineon', 'Infineon Technologies AG', { name: 'Infineon', legalName: null }],
    ['Infineon-Aktie', 'Infineon Technologies AG', { name: 'Infineon', legalName: null }],
    ['Triebwerksbauer Rolls-Royce', 'Rolls-Royce Holdings plc', { name: 'Rolls-Royce', legalName: null }],
    ['Coca-Cola', 'The Coca-Cola Company', { name: 'Coca-Cola', legalName: null }],
    ['Coca-Cola', 'Coca Bottlers AG', { name: 'Coca-Cola', legalName: null }],
    ['Google', 'Alphabet Inc.', { name: 'Google', legalName: null }],
    ['Rio Tinto', null, { name: 'Rio Tinto', legalName: null }],
    [null, 'Rio Tinto Group', { name: 'Rio Tinto Group', legalName: null }],
    [null, null, null],
  ])('%j, known as %j', (printed, known, named) => {
    expect(companyName(printed, known)).toEqual(named);
  });
});

describe('the names of an entry', () => {
  const model = { attributes: { title: { type: 'string' }, text: { type: 'richtext' } } };
  const names = (entry: object) => [...namesOfListings({ ...entry }, model, () => undefined)];

  it('are those before the first mention that has some, without markup', () => {
    expect(
      names({
        title: 'Up 3 % (LSE: RIO)',
        text: 'Shares of **Rio Tinto** (LSE: RIO) and [Apple Inc.](https://example.com) (NASDAQ: AAPL). Rio (LSE: RIO)',
      }),
    ).toEqual([
      ['XLON:RIO', 'Rio Tinto'],
      ['XNAS:AAPL', 'Apple Inc.'],
    ]);
  });

  it('of two listings in one bracket are the same, and of none that may be several', () => {
    expect(names({ title: 'Shopify (TSX: SHOP; NYSE: SHOP) and Hitachi (TSE: 6501)' })).toEqual([
      ['XTSE:SHOP', 'Shopify'],
      ['XNYS:SHOP', 'Shopify'],
    ]);
  });
});

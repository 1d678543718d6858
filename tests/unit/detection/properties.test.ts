import fc from 'fast-check';
import { findMentions, type TextFormat } from '../../../src/plugins/quote-snapshots/server/src/detection';

const FORMATS: TextFormat[] = ['plain', 'markdown', 'html'];

/** Pieces of which texts about companies, and of attacks on a scanner, are made. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '(',
      ')',
      '[',
      ']',
      '**',
      '`',
      '](',
      ':',
      '：',
      ',',
      ';',
      '/',
      '|',
      '.',
      '-',
      '"',
      '“',
      '\n',
      ' ',
      '\u00a0',
    ],
    ...[
      'NASDAQ',
      'NYSE',
      'LSE',
      'TSE',
      'TSX',
      'OTC',
      'NYSE American',
      'and',
      'CEO',
      'closed',
      '$TSLA',
      '$',
      'US$5',
    ],
    ...[
      'MSFT',
      'BRK.B',
      'BRK-B',
      '7203',
      '0700',
      '<b>',
      '</b>',
      '<a href="',
      '">',
      '<!--',
      '&amp;',
      '&#x',
      '```',
      '\\',
    ],
  ),
  // What prose, reversed pairs, dashes, identifiers and cashtags are made of.
  fc.constantFrom(
    ...[
      '–',
      '→',
      '·',
      '«',
      '»',
      ' on the ',
      ' under the symbol ',
      ' bajo el símbolo ',
      ' sous le symbole ',
      ' unter dem Kürzel ',
    ],
    ...[
      'respectively',
      'ticker',
      'ISIN',
      'US0378331005',
      'FR0000121014',
      'Acme plc ',
      '$AAA/$BBB',
      '$M',
      'trades as ',
    ],
    ...[
      'AIM',
      'LON:ACM',
      'CSE',
      'Paris',
      'Euronext Growth',
      'Bolsa de Nueva York',
      'First North',
      'XNGS',
      'ACM LN',
      'ACM-TSXV',
    ],
  ),
  fc.string({ maxLength: 5 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const format = fc.constantFrom(...FORMATS);

describe('findMentions, on any text', () => {
  it('never throws, and gives places in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, format, fc.boolean(), (given, as, cashtags) => {
        let last = 0;
        let before = -1;
        for (const { symbol, start, end, mic, candidates, isin } of findMentions(given, {
          format: as,
          cashtags,
        })) {
          // Exchanges that share a symbol share its place.
          if (start !== before) expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(symbol).toMatch(/^[A-Z0-9&]+(?:\.[A-Z0-9]+)*$/);
          if (mic !== null) expect(candidates).toEqual([mic]);
          if (isin !== undefined) expect(['US0378331005', 'FR0000121014']).toContain(isin);
          last = end;
          before = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing without an exchange or a cashtag', () => {
    const words = fc.array(
      fc.constantFrom('(CEO: JOHN)', 'ISO: 9001', 'Apple', '10:30', 'US$500', '(AAPL)', 'MSFT'),
    );
    fc.assert(
      fc.property(words, format, (given, as) => {
        expect(findMentions(given.join(' '), { format: as, cashtags: true })).toEqual([]);
      }),
    );
  });
});

describe('findMentions, on what it must find', () => {
  const exchange = fc.constantFrom(
    ['NASDAQ', 'XNAS'],
    ['Nasdaq', 'XNAS'],
    ['NYSE', 'XNYS'],
    ['NYSE American', 'XASE'],
  );
  // No vowels, no X: a symbol that is a word (ADR), an exchange (BKK) or a placeholder (XXX) is left out on purpose.
  const letters = fc.string({ unit: fc.constantFrom(...'FGLQVZ'), minLength: 3, maxLength: 4 });
  const spaces = fc.constantFrom('', ' ', '\u00a0', '\n');
  const prose = fc.constantFrom('', 'Shares of Acme ', 'It said on Tuesday that Acme ', '¿Qué? ');

  it.each<[TextFormat, (symbol: string) => string]>([
    ['plain', (symbol) => symbol],
    ['markdown', (symbol) => `**[${symbol}](https://example.com/q)**`],
    ['html', (symbol) => `<b><a href="https://example.com/q">${symbol}</a></b>`],
  ])('finds a listing printed in %s', (as, marked) => {
    fc.assert(
      fc.property(prose, exchange, letters, spaces, (before, [printed, mic], symbol, space) => {
        const given = `${before}(${printed}:${space}${marked(symbol)}) rose.`;
        const [mention, ...more] = findMentions(given, { format: as });
        expect(more).toEqual([]);
        expect(mention).toMatchObject({ symbol, mic, exchange: printed });
        expect(given.slice(mention?.start, mention?.end)).toBe(symbol);
      }),
    );
  });

  it.each<[string, (exchange: string, symbol: string) => string]>([
    ['English', (exchange, symbol) => `listed on the ${exchange} under the symbol “${symbol}”`],
    ['English, turned', (exchange, symbol) => `under the ticker ${symbol} on the ${exchange}`],
    ['Spanish', (exchange, symbol) => `cotiza en ${exchange} bajo el símbolo «${symbol}»`],
    ['French', (exchange, symbol) => `cotée sur le ${exchange} sous le symbole « ${symbol} »`],
    ['German', (exchange, symbol) => `an der ${exchange} unter dem Kürzel ${symbol} notiert`],
    ['a reversed pair', (exchange, symbol) => `[${symbol}-${exchange}]`],
    ['a dash', (exchange, symbol) => `(${exchange} – ${symbol})`],
    ['a company', (exchange, symbol) => `Acme plc ${exchange}:${symbol} rose`],
  ])('finds a listing in the manner of %s', (_manner, printed) => {
    fc.assert(
      fc.property(exchange, letters, ([name = '', mic], symbol) => {
        const given = printed(name, symbol);
        const mentions = findMentions(given);
        expect(mentions).toMatchObject([{ symbol, mic, exchange: name }]);
        expect(given.slice(mentions[0]?.start, mentions[0]?.end)).toBe(symbol);
      }),
    );
  });

  it('keeps the ISIN beside a listing where its check digit fits, and no other', () => {
    fc.assert(
      fc.property(exchange, letters, fc.integer({ min: 0, max: 9 }), ([name = ''], symbol, digit) => {
        const [mention] = findMentions(`(${name}: ${symbol}; ISIN: US037833100${digit})`);
        expect(mention?.isin).toBe(digit === 5 ? 'US0378331005' : undefined);
      }),
    );
  });
});

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
  fc.string({ maxLength: 5 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const format = fc.constantFrom(...FORMATS);

describe('findMentions, on any text', () => {
  it('never throws, and gives places in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, format, fc.boolean(), (given, as, cashtags) => {
        let last = 0;
        for (const { symbol, start, end, mic, candidates } of findMentions(given, { format: as, cashtags })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(symbol).toMatch(/^[A-Z0-9&]+(?:\.[A-Z0-9]+)*$/);
          if (mic !== null) expect(candidates).toEqual([mic]);
          last = end;
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
  // No vowels: a symbol that is a word, such as ADR, is left out on purpose.
  const letters = fc.string({ unit: fc.constantFrom(...'BFGKLQVXZ'), minLength: 3, maxLength: 4 });
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
});

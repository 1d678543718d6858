import fc from 'fast-check';
import { findEveryMention } from '../../../../src/plugins/quote-snapshots/server/src/detection';
import { withoutLegalForm } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/legal-forms';
import { buildNameIndex } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/name-index';
import { nameWords } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/name-words';
import { findNamesBesideMentions } from '../../../../src/plugins/quote-snapshots/server/src/detection/names/names-beside-mentions';

const INDEX = buildNameIndex([
  { key: 'aapl', names: ['Apple', 'Apple Inc.'] },
  { key: 'msft', names: ['Microsoft', 'Microsoft Corporation'] },
  { key: 'visa', names: ['Visa Inc.'] },
  { key: 'target', names: ['Target Corporation'] },
  { key: 'gs', names: ['Goldman Sachs Group, Inc.', 'Goldman'] },
  { key: 'ko', names: ['The Coca-Cola Company', 'Coca-Cola'] },
  { key: 't', names: ['AT&T Inc.'] },
  { key: 'or', names: ['L’Oréal S.A.'] },
  { key: 'ndaq', names: ['Nasdaq, Inc.'] },
  { key: 'bmw', names: ['Bayerische Motoren Werke AG', 'BMW'] },
  { key: 'one', names: ['Banco Santander'] },
  { key: 'two', names: ['Banco Santander'] },
]);

const named = (text: string, format: 'plain' | 'markdown' | 'html' = 'plain') =>
  findNamesBesideMentions(text, INDEX, { format }).map(({ keys, start, end }) => [
    keys.join('+'),
    text.slice(start, end),
  ]);

describe('a name in a text', () => {
  it.each([
    ['Microsoft said so.', [['msft', 'Microsoft']]],
    ['Microsoft Corp. said so.', [['msft', 'Microsoft Corp.']]],
    ['MICROSOFT SINKS', [['msft', 'MICROSOFT']]],
    [
      'Goldman Sachs fell, and Goldman said so.',
      [
        ['gs', 'Goldman Sachs'],
        ['gs', 'Goldman'],
      ],
    ],
    [
      'Coca‑Cola and AT&T',
      [
        ['ko', 'Coca‑Cola'],
        ['t', 'AT&T'],
      ],
    ],
    ['Coca-Cola rose.', [['ko', 'Coca-Cola']]],
    [
      "L’Oréal et L'Oréal",
      [
        ['or', 'L’Oréal'],
        ['or', "L'Oréal"],
      ],
    ],
    ['Goldman\u00a0Sachs', [['gs', 'Goldman\u00a0Sachs']]],
    ['Banco Santander', [['one+two', 'Banco Santander']]],
    ['Die Bayerische Motoren Werke AG meldet', [['bmw', 'Bayerische Motoren Werke AG']]],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected));

  it.each([
    'microsoft said so.',
    'Microsofts Leute',
    'AT and T',
    'Goldmann und Sachsen',
    'See https://microsoft.example/Microsoft',
  ])('is none in “%s”', (text) => expect(named(text)).toEqual([]));

  it('is none inside of a mention, nor right before its bracket does it stand alone', () => {
    expect(named('It trades as BMW (XETRA: BMW).')).toEqual([['bmw', 'BMW']]);
    expect(named('It rose (NASDAQ: MSFT).')).toEqual([]);
    expect(named('Something (Nasdaq: MSFT).')).toEqual([]);
  });
});

describe('a name that is a word as well', () => {
  it.each([
    'Apple shares fell.',
    'The stock of Apple fell.',
    'Apple Inc. said so.',
    'Apple’s $3 billion plan',
    'Target’s 10% rise',
    'Analysts expect more from Visa.',
    'Visa Inc said so.',
  ])('is a company with a second sign: %s', (text) => expect(named(text)).toHaveLength(1));

  it.each([
    'Apple said so.',
    'An apple a day, said investors.',
    'Apple pie. Shares fell.',
    'The visa was refused by the market.',
    'Target: ten people.',
    'Apple’s pie',
  ])('is none without: %s', (text) => expect(named(text)).toEqual([]));
});

it.each([
  ['Apple Inc.', 'Apple'],
  ['Rio Tinto plc', 'Rio Tinto'],
  ['SAP SE', 'SAP'],
  ['L’Oréal S.A.', 'L’Oréal'],
  ['The Boeing Company', 'Boeing'],
  ['Merck & Co., Inc.', 'Merck'],
  ['Goldman Sachs Group, Inc.', 'Goldman Sachs'],
  ['Nestlé AG', 'Nestlé'],
  ['Group', 'Group'],
  ['', ''],
])('the name “%s” is printed as “%s”', (name, printed) => expect(withoutLegalForm(name)).toBe(printed));

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'Apple',
      'Microsoft',
      'Goldman',
      'Sachs',
      'Visa',
      'BMW',
      'Coca-Cola',
      'AT&T',
      'Inc.',
      'Nasdaq',
      'shares',
    ],
    ...[
      '(NASDAQ: MSFT)',
      '(XETRA: BMW)',
      '(NYSE: GS',
      'NYSE: V',
      ')',
      '(',
      '**',
      '[',
      '](',
      '<b>',
      '&amp;',
      '`',
    ],
    ...[' ', ' ', '\n', '\n\n', '’s', '.', ',', '3', '%', '\u00a0', '\u200b', '\ud83d\ude00', 'é', '://'],
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const formats = fc.constantFrom('plain', 'markdown', 'html' as const);

  it('has names at offsets that are its own, in order, apart from each other and from its mentions', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const found = findNamesBesideMentions(text, INDEX, { format });
        let behind = 0;
        for (const { keys, start, end } of found) {
          expect(keys.length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          behind = end;
        }
        const mentions = findEveryMention(text, { format });
        for (const mention of mentions)
          for (const { start, end } of found)
            expect([mention, start < mention.end && mention.start < end]).toEqual([mention, false]);
      }),
    );
  });

  it('looks at each of its words as often as the longest name has words, however the text is made', () => {
    // Names that begin alike make a scanner begin again at every word: the steps are counted, not the time.
    const alike = buildNameIndex([{ key: 'a', names: [Array.from({ length: 10 }, () => 'Aa').join(' ')] }]);
    const steps = (words: number): number => {
      let count = 0;
      const counting = (node: typeof alike): typeof alike => ({
        keys: node.keys,
        next: {
          get: (way: string) => {
            count += 1;
            const next = node.next.get(way);
            return next && counting(next);
          },
        } as unknown as (typeof alike)['next'],
      });
      findNamesBesideMentions(`${'Aa '.repeat(words)}b`, counting(alike));
      return count;
    };
    expect(steps(400)).toBeLessThanOrEqual(400 * 11);
    expect(steps(4_000)).toBeLessThanOrEqual(4_000 * 11);
  });

  it('is read word by word: all words, and nothing else, stand at their offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of nameWords(text)) expect(text.slice(start, end)).toBe(word);
      }),
    );
  });
});

import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { markdownToBlocks } from '../../../src/newsroom/text/markdown-to-blocks';

const textOf = (node: unknown): string => {
  const { text, children } = node as { text?: string; children?: unknown[] };
  return text ?? (children ?? []).map(textOf).join('');
};

// Strapi's own, which its package does not export.
const load = createRequire(__filename);
const { blocksValidator } = load(
  path.join(
    path.dirname(load.resolve('@strapi/core/package.json')),
    'dist/services/entity-validator/blocks-validator.js',
  ),
) as { blocksValidator: () => { isValidSync(blocks: unknown): boolean } };
const isTaken = (blocks: unknown): boolean => blocksValidator().isValidSync(blocks);

interface Shown {
  type: string;
  format?: string;
  url?: string;
  text?: string;
  children?: Shown[];
}
/** A block with its kind, and links in angle brackets. */
const shown = ({ type, format, url, text, children = [] }: Shown): string => {
  if (text !== undefined) return text;
  const inside = children.map(shown).join(type === 'list' ? ', ' : '');
  if (type === 'link') return `<${url} ${inside}>`;
  return type === 'list-item' ? inside : `${format ?? type}[${inside}]`;
};
const read = (lines: string[]): string[] => markdownToBlocks(lines.join('\n')).map(shown);

/** Words in the order in which they come, each once. */
const wordsOf = (text: string): string[] => text.match(/w\d+w/g) ?? [];

describe('Markdown becomes blocks', () => {
  it('of every kind', () => {
    const blocks = markdownToBlocks(
      [
        '## A *bold* **claim**',
        '',
        'See [the **note**](https://example.com) and `code`, ~~not~~ this.',
        '',
        '- one',
        '- two',
        '  1. nested',
        '',
        '> quoted',
        '',
        '```ts',
        'const x = 1;',
        '```',
        '',
        '![a chart](https://example.com/chart.png)',
      ].join('\n'),
    );
    expect(blocks).toMatchObject([
      {
        type: 'heading',
        level: 2,
        children: [{ text: 'A ' }, { text: 'bold', italic: true }, {}, { text: 'claim', bold: true }],
      },
      { type: 'paragraph' },
      { type: 'list', format: 'unordered', children: [{}, {}, { type: 'list', format: 'ordered' }] },
      { type: 'quote', children: [{ text: 'quoted' }] },
      { type: 'code', language: 'ts', children: [{ text: 'const x = 1;' }] },
      { type: 'paragraph' },
    ]);
    expect(JSON.stringify(blocks[1])).toContain('"url":"https://example.com"');
    expect(JSON.stringify(blocks[5])).toContain('"url":"https://example.com/chart.png"');
  });

  it('keeps every word of plain paragraphs', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcxyzÄß漢'), minLength: 1, maxLength: 8 });
    const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        expect(markdownToBlocks(paragraphs.join('\n\n')).map(textOf)).toEqual(paragraphs);
      }),
    );
  });

  it('makes something that Strapi’s editor can open of any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '- ',
            '1. ',
            '> ',
            '# ',
            '```',
            '\n',
            '  ',
            '[',
            '](',
            ')',
            '*',
            '_',
            '`',
            '<b>',
            'a ',
            '|',
            '---',
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          for (const block of markdownToBlocks(pieces.join(''))) {
            expect(['paragraph', 'heading', 'list', 'quote', 'code']).toContain(block.type);
            expect(block.children.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('keeps the text of a link that Strapi refuses, of an image its description', () => {
    const source = [
      '[Guidance](#guidance), [site](www.example.com/a), [**x**](), ![chart](chart.png), ![](b.png),',
      '[file](report.pdf), [no](https://), [path](/articles/a), [mail](mailto:a@example.com)',
    ];
    expect(read(source)).toEqual([
      'paragraph[Guidance, <https://www.example.com/a site>, x, chart, b.png, file, no, </articles/a path>, <mailto:a@example.com mail>]',
    ]);
    expect(isTaken(markdownToBlocks(source.join('\n')))).toBe(true);
    // The validator is the one that refuses such links.
    const link = { type: 'link', url: '#guidance', children: [{ type: 'text', text: 'Guidance' }] };
    expect(isTaken([{ type: 'paragraph', children: [link] }])).toBe(false);
  });

  it('closes a list for code and tables, and goes on after them', () => {
    expect(
      read([
        '- Run',
        '',
        '  ```',
        '  a',
        '  ```',
        '',
        '- Then',
        '',
        '  | h | i |',
        '  |---|---|',
        '',
        '- End',
      ]),
    ).toEqual(['unordered[Run]', 'code[a]', 'unordered[Then]', 'paragraph[h | i]', 'unordered[End]']);
    expect(read(['- a', '  - b', '', '    ```', '    c', '    ```', '  - d', '- e'])).toEqual([
      'unordered[a, unordered[b]]',
      'code[c]',
      'unordered[unordered[d], e]',
    ]);
  });

  it('adds a second paragraph to its own item', () => {
    expect(read(['- a', '', '  more on a', '- b'])).toEqual(['unordered[a\nmore on a, b]']);
    expect(read(['- a', '  - b', '', '  more on a', '- c'])).toEqual([
      'unordered[a, unordered[b]]',
      'paragraph[more on a]',
      'unordered[c]',
    ]);
  });

  it('keeps the numbers of lists that Strapi cannot number', () => {
    expect(read(['4. d', '5. e'])).toEqual(['unordered[4. d, 5. e]']);
    expect(read(['1. a', '', '   ```', '   code', '   ```', '2. b'])).toEqual([
      'ordered[a]',
      'code[code]',
      'unordered[2. b]',
    ]);
    expect(read(['1. a', '2.', '3. c'])).toEqual(['ordered[a, , c]']);
    expect(read(['1. - a', '2. b'])).toEqual(['ordered[, unordered[a], b]']);
  });

  it('keeps links in the cells of a table', () => {
    expect(read(['| a | b |', '|---|---|', '| [x](https://example.com) | `c` |'])).toEqual([
      'paragraph[a | b]',
      'paragraph[<https://example.com x> | c]',
    ]);
  });

  it('makes links that Strapi takes of whatever stands in them', () => {
    const address = fc.oneof(
      fc.webUrl(),
      fc.string({ maxLength: 12 }),
      fc
        .array(
          fc.constantFrom(
            'http:',
            'tel:',
            'data:',
            'ftp:',
            '/',
            '//',
            'www.',
            '#',
            '?',
            '.',
            ':',
            '[',
            '%',
            'a',
            ' ',
          ),
          { maxLength: 5 },
        )
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(address, fc.constantFrom('', '!'), (url, mark) => {
        for (const target of [url, `<${url}>`])
          expect(
            isTaken(markdownToBlocks(`- a ${mark}[b](${target})\n\n${mark}[c][d]\n\n[d]: ${target}`)),
          ).toBe(true);
      }),
    );
  });

  it('has all words in the order of the Markdown, whatever lists hold', () => {
    const piece = fc.constantFrom('- ', '1. ', '4. ', '  - ', '  ', '    ', '> ', '# ', '```', '| ', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece, fc.boolean()), { maxLength: 14 }), (lines) => {
        const source = lines
          // What follows the opening fence in its line is the language of the code, and no word of the text.
          .map(([a, b, isBlank], at) =>
            isBlank ? '' : (a + b).includes('```') ? `${a.replace('```', '')}\`\`\`` : `${a}${b}w${at}w`,
          )
          .join('\n');
        const blocks = markdownToBlocks(source);
        expect(wordsOf(blocks.map(shown).join(' '))).toEqual(wordsOf(source));
        expect(isTaken(blocks)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    const table = ['| w9w | w10w |', '|---|---|', '| w11w | w12w |'];
    for (const indent of ['', '  ', '    ']) {
      const source = ['- w1w', '  - w2w', '', ...table.map((line) => indent + line), '', '  w13w', '- w14w'];
      expect(wordsOf(read(source).join(' '))).toEqual(wordsOf(source.join(' ')));
    }
  });
});

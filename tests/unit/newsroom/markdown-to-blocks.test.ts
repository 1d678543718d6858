import fc from 'fast-check';
import { markdownToBlocks } from '../../../src/newsroom/text/markdown-to-blocks';

const textOf = (node: unknown): string => {
  const { text, children } = node as { text?: string; children?: unknown[] };
  return text ?? (children ?? []).map(textOf).join('');
};

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
});

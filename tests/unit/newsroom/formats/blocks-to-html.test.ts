import fc from 'fast-check';
import { blocksToHtml } from '../../../../src/newsroom/text/blocks-to-html';

const text = (said: string, marks = {}) => ({ type: 'text', text: said, ...marks });

describe('blocks as HTML', () => {
  it('writes each kind of block', () => {
    expect(
      blocksToHtml([
        { type: 'heading', level: 2, children: [text('A & B')] },
        { type: 'paragraph', children: [text('x', { bold: true, italic: true }), text('\ny')] },
        { type: 'quote', children: [text('q')] },
        { type: 'code', children: [text('<b>')] },
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('1')] },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('2')] }] },
          ],
        },
        { type: 'image', image: { url: '/uploads/a.png', alternativeText: '"a"' }, children: [] },
      ]),
    ).toBe(
      [
        '<h2>A &amp; B</h2>',
        '<p><em><strong>x</strong></em><br>y</p>',
        '<blockquote><p>q</p></blockquote>',
        '<pre><code>&lt;b&gt;</code></pre>',
        '<ol><li>1</li><li><ul><li>2</li></ul></li></ol>',
        '<img src="/uploads/a.png" alt="&quot;a&quot;">',
      ].join('\n'),
    );
  });

  it('links only to addresses that are safe', () => {
    const link = (url: string) =>
      blocksToHtml([{ type: 'paragraph', children: [{ type: 'link', url, children: [text('here')] }] }]);
    expect(link('https://example.com/?a=1&b="')).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=&quot;">here</a></p>',
    );
    expect(link('java\nscript:alert(1)')).toBe('<p>here</p>');
  });

  it('lets no text become markup, and takes whatever is stored', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const html = blocksToHtml([{ type: 'paragraph', children: [text(`!${said}`)] }]);
        expect(html.replace(/^<p>|<\/p>$|<br>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(typeof blocksToHtml(stored)).toBe('string');
        expect(typeof blocksToHtml([stored, { type: 'list', children: [stored] }])).toBe('string');
      }),
    );
    let deep: object = text('deep');
    for (let level = 0; level < 5_000; level += 1) deep = { type: 'list', children: [deep] };
    expect(blocksToHtml([deep])).not.toContain('deep');
  });
});

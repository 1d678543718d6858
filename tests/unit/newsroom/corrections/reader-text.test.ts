import fc from 'fast-check';
import { paragraphsOf, readerTextOf, textHash } from '../../../../src/newsroom/corrections/reader-text';

const text = (said: string, marks = {}) => ({ type: 'text', text: said, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const hashOf = (entry: Record<string, unknown>) => textHash(readerTextOf(entry));

describe('the words that readers see', () => {
  it('are read of every kind of block', () => {
    expect(
      paragraphsOf([
        { type: 'heading', level: 2, children: [text('Head')] },
        paragraph(
          text('a '),
          { type: 'link', url: 'https://example.com', children: [text('link')] },
          text('.'),
        ),
        paragraph(text('')),
        {
          type: 'list',
          children: [
            { type: 'list-item', children: [text('1')] },
            { type: 'list', children: [{ type: 'list-item', children: [text('2')] }] },
          ],
        },
        { type: 'image', image: { alternativeText: 'A plant', caption: 'The plant' }, children: [text('')] },
      ]),
    ).toEqual(['Head', 'a link.', '1 2', 'A plant The plant']);
  });

  it('are the same however they are set', () => {
    const plain = hashOf({ title: 'T', body: [paragraph(text('One word.'))] });
    const set = hashOf({
      title: ' T ',
      summary: '',
      body: [paragraph(text('One '), text('word. ', { bold: true }))],
    });
    expect(set).toBe(plain);
  });

  it.each(['title', 'summary', 'coverCaption', 'coverCredit'])('differ where the %s does', (field) => {
    expect(hashOf({ [field]: 'one' })).not.toBe(hashOf({ [field]: 'two' }));
  });

  it('are apart, whatever field they stand in', () => {
    expect(hashOf({ title: 'a', summary: 'b' })).not.toBe(hashOf({ title: 'a b' }));
    expect(hashOf({ body: [paragraph(text('a')), paragraph(text('b'))] })).not.toBe(
      hashOf({ body: [paragraph(text('a b'))] }),
    );
  });

  it('are found in whatever is stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(hashOf({ title: stored, body: stored })).toMatch(/^[0-9a-f]{64}$/);
        expect(hashOf({ body: [stored, { type: 'list', children: [stored] }] })).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
    let deep: object = text('deep');
    for (let level = 0; level < 50_000; level += 1) deep = { type: 'list', children: [deep] };
    expect(paragraphsOf([deep])).toEqual(['deep']);
  });
});

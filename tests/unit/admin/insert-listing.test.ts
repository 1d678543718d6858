import fc from 'fast-check';
import { blocksText } from '../../../src/plugins/quote-snapshots/server/src/detection/text/blocks-text';
import { insertInBlocks } from '../../../src/plugins/quote-snapshots/server/src/detection/text/insert-in-blocks';
import {
  insertListing,
  valueAt,
} from '../../../src/plugins/quote-snapshots/admin/src/suggestions/insert-listing';

const at = (text: string, name: string) => ({
  field: 'body',
  text: name,
  start: text.indexOf(name),
  end: text.indexOf(name) + name.length,
});

it('inserts into text behind the name, and not where the name is gone', () => {
  const place = at('So Apple fell.', 'Apple');
  expect(insertListing('So Apple fell.', place, ' (NASDAQ: AAPL)')).toBe('So Apple (NASDAQ: AAPL) fell.');
  expect(insertListing('Now Apple fell.', place, ' (NASDAQ: AAPL)')).toBeUndefined();
  expect(insertListing(null, place, ' (NASDAQ: AAPL)')).toBeUndefined();
});

it('inserts into blocks, in the node in which the name ends, and leaves the rest as it is', () => {
  const blocks = [
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'News' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Goldman ' },
        { type: 'text', text: 'Sachs', bold: true },
        { type: 'text', text: ' fell.' },
      ],
    },
  ];
  const place = at(blocksText(blocks), 'Goldman Sachs');
  expect(insertListing(blocks, place, ' (NYSE: GS)')).toEqual([
    blocks[0],
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Goldman ' },
        { type: 'text', text: 'Sachs (NYSE: GS)', bold: true },
        { type: 'text', text: ' fell.' },
      ],
    },
  ]);
});

it('finds the value of a field in a component', () => {
  expect(valueAt({ sections: [{ text: 'here' }] }, 'sections.0.text')).toBe('here');
  expect(valueAt({}, 'sections.0.text')).toBeUndefined();
});

const inline = fc.oneof(
  fc.record({ type: fc.constant('text'), text: fc.string({ maxLength: 5 }) }),
  fc.record({ type: fc.constant('text'), text: fc.string({ maxLength: 5 }), code: fc.constant(true) }),
  fc.record({
    type: fc.constant('link'),
    url: fc.constant('https://example.com'),
    children: fc.array(fc.record({ type: fc.constant('text'), text: fc.string({ maxLength: 5 }) }), {
      maxLength: 2,
    }),
  }),
);
const block = fc.oneof(
  fc.record({
    type: fc.constantFrom('paragraph', 'heading', 'quote', 'code'),
    children: fc.array(inline, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('list'),
    children: fc.array(
      fc.record({ type: fc.constant('list-item'), children: fc.array(inline, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
  }),
);

it('inserts at any offset exactly there in the text of the blocks, or changes nothing', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), fc.nat({ max: 60 }), (blocks, offset) => {
      const before = blocksText(blocks);
      const changed = insertInBlocks(blocks, offset, '<+>');
      if (changed === blocks) return;
      expect(blocksText(changed)).toBe(before.slice(0, offset) + '<+>' + before.slice(offset));
    }),
  );
});

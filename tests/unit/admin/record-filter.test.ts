import {
  readView,
  recordAddress,
  writeView,
} from '../../../src/plugins/quote-snapshots/admin/src/links/record-filter';

it('reads from an address what it wrote into it', () => {
  const view = {
    filter: { listing: 'XNAS:MSFT', state: 'voided', from: '2026-11-01' },
    order: 'oldest',
    page: 3,
  } as const;
  expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
});

it('leaves out of an address what is as usual', () => {
  expect(writeView({ filter: { listing: '' }, order: 'newest', page: 1 })).toEqual({});
  expect(recordAddress()).toBe('/plugins/quote-snapshots');
  expect(recordAddress({ document: 'abc' })).toBe('/plugins/quote-snapshots?document=abc');
});

it.each(['0', '-1', '1.5', 'x'])('reads the page %s as the first', (page) => {
  expect(readView(new URLSearchParams({ page, order: 'sideways', unknown: '1' }))).toEqual({
    filter: {},
    order: 'newest',
    page: 1,
  });
});

import { changedLinks, textOfForm } from '../../../src/plugins/quote-snapshots/admin/src/panel/text-of-form';

describe('what the panel reads of a form', () => {
  it('is text, in any of its shapes, and nothing else', () => {
    const attributes = {
      title: { type: 'string' },
      body: { type: 'blocks' },
      cover: { type: 'media' },
      tickers: { type: 'relation' },
      rating: { type: 'integer' },
      sections: { type: 'dynamiczone' },
      summary: { type: 'text' },
    };
    const values = {
      title: 'T',
      body: [],
      cover: { id: 1 },
      tickers: {},
      rating: 3,
      sections: [],
      summary: null,
    };
    expect(textOfForm({ ...values, other: 'x' }, { attributes })).toEqual({
      title: 'T',
      body: [],
      sections: [],
    });
  });

  it('is which tickers are linked and unlinked, saved as well as fresh', () => {
    const value = {
      connect: [
        { id: 1, apiData: { documentId: 'a' } },
        { id: 2, documentId: 'b' },
      ],
      disconnect: [{ id: 3, apiData: { documentId: 'c' } }],
    };
    expect(changedLinks(value)).toEqual({ connect: ['a', 'b'], disconnect: ['c'] });
    expect(changedLinks(undefined)).toEqual({ connect: [], disconnect: [] });
  });
});

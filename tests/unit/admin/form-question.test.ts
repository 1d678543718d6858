import { formQuestion } from '../../../src/admin/publication-checks/form-question';

const attributes = {
  title: { type: 'string' },
  kind: { type: 'enumeration' },
  byline: { type: 'string' },
  cover: { type: 'media' },
  tickers: { type: 'relation' },
  disclaimers: { type: 'relation' },
};
const NOTHING = { connect: [], disconnect: [] };

describe('what the panel asks about a form', () => {
  it('is its values, without files and relations; an emptied field is said to be empty', () => {
    const values = {
      title: 'T',
      kind: 'opinion',
      byline: null,
      cover: { id: 1 },
      tickers: NOTHING,
      other: 1,
    };
    expect(formQuestion(values, { attributes }, undefined, undefined)).toEqual({
      entry: { title: 'T', kind: 'opinion', byline: null },
      tickers: NOTHING,
      disclaimers: NOTHING,
    });
  });

  it('is where it is saved, and what it links and unlinks, saved as well as fresh', () => {
    const values = {
      tickers: { connect: [{ id: 1, apiData: { documentId: 'a' } }], disconnect: [{ documentId: 'b' }] },
      disclaimers: { connect: [{ id: 2, documentId: 'c' }] },
    };
    expect(formQuestion(values, { attributes }, 'document', 'es')).toEqual({
      documentId: 'document',
      locale: 'es',
      entry: {},
      tickers: { connect: ['a'], disconnect: ['b'] },
      disclaimers: { connect: ['c'], disconnect: [] },
    });
  });
});

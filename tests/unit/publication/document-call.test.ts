import {
  createsDocument,
  type DocumentCall,
} from '../../../src/plugins/quote-snapshots/server/src/publication/document-call';

const call = (action: string, params: object): DocumentCall =>
  ({ uid: 'api::article.article', action, params }) as DocumentCall;

describe('a call that makes a new document', () => {
  it('is a create, as long as it brings no documentId: that could be another document’s', () => {
    expect(createsDocument(call('create', { data: { title: 'New' } }))).toBe(true);
    expect(createsDocument(call('create', {}))).toBe(true);
    expect(createsDocument(call('create', { data: { documentId: 'of-another' } }))).toBe(false);
    expect(createsDocument(call('create', { data: { documentId: null } }))).toBe(false);
  });

  it.each(['update', 'publish', 'clone', 'discardDraft'])('is no %s', (action) => {
    expect(createsDocument(call(action, { documentId: 'd', data: {} }))).toBe(false);
  });
});

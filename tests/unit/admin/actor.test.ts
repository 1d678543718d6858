import { readActor } from '../../../src/admin/text/actor';

describe('who did something', () => {
  it.each([
    ['Ada Admin', { key: 'person', name: 'Ada Admin' }],
    ['code', { key: 'code', name: '' }],
    ['worker', { key: 'worker', name: '' }],
    ['a caller without a name', { key: 'nobody', name: '' }],
    ['API token Website', { key: 'token', name: 'Website' }],
    ['user wire', { key: 'user', name: 'wire' }],
    // Names of Object's own.
    ['constructor', { key: 'person', name: 'constructor' }],
  ])('%s', (by, actor) => expect(readActor(by)).toEqual(actor));
});

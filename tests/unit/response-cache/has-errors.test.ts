import { hasErrors, isBatch } from '../../../src/plugins/response-cache/server/src/serve/has-errors';

const GOOD = { data: { articles: [] } };
const BAD = { errors: [{ message: 'PersistedQueryNotFound' }] };
const bytes = (answer: unknown): Buffer => Buffer.from(JSON.stringify(answer));

describe('an answer of GraphQL', () => {
  it.each([
    [GOOD, false],
    [BAD, true],
    [[GOOD], false],
    [[GOOD, BAD], true],
    [{ data: { articles: [{ title: '"errors"' }] } }, false],
    [null, false],
  ])('%j has errors: %s', (answer, has) => expect(hasErrors(bytes(answer))).toBe(has));

  it.each([
    [GOOD, false],
    [[GOOD], true],
    [[], true],
  ])('%j is a batch: %s', (answer, is) => expect(isBatch(bytes(answer))).toBe(is));

  it('may begin with a space', () => expect(isBatch(Buffer.from(' \n[{}]'))).toBe(true));
});

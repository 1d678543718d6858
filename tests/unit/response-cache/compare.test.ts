import { isComparable } from '../../../src/plugins/response-cache/server/src/serve/is-comparable';

describe('shadow mode compares', () => {
  it.each([
    ['an answer', 200, 3, true],
    ['one that is read from nothing', 200, 0, true],
    ['that a document is gone', 404, 2, true],
    ['that a token’s permission is gone', 403, 2, true],
  ])('%s', (_what, status, tables, expected) => {
    expect(isComparable(status, tables, false)).toBe(expected);
  });
});

describe('shadow mode does not compare', () => {
  it.each<[string, number, number, boolean?]>([
    ['a refusal by the rate limit, before anything is read', 429, 0],
    ['and after', 429, 2],
    ['a failure', 500, 2],
    ['an outage', 503, 0],
    ['a refusal by a list of addresses', 403, 0],
    ['an error of GraphQL', 200, 2, true],
  ])('%s', (_what, status, tables, hasErrors = false) => {
    expect(isComparable(status, tables, hasErrors)).toBe(false);
  });
});

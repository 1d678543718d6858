import { describeDifference } from '../../../src/plugins/response-cache/server/src/serve/describe-difference';
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

describe('a difference', () => {
  it('is told without the answers, which may be for one token only', () => {
    const [cached, fresh] = [Buffer.from('{"secret":"one"}'), Buffer.from('{"secret":"other"}')];
    const text = describeDifference(cached, fresh);
    expect(text).toMatch(
      /^from byte 12 on: cached 16 bytes, SHA-256 [0-9a-f]{16}, fresh 18 bytes, SHA-256 [0-9a-f]{16}$/,
    );
    expect(text).not.toContain('secret');
  });
});

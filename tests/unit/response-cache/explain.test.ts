import { validateHeaderValue } from 'node:http';
import { printable } from '../../../src/plugins/response-cache/server/src/serve/explain';

describe('a reason in X-Cache', () => {
  it.each([
    ['bypass; policies istÖffentlich', 'bypass; policies ist\\u{d6}ffentlich'],
    ['bypass; router 見る', 'bypass; router \\u{898b}\\u{308b}'],
    ['bypass; handler a\nb', 'bypass; handler a\\u{a}b'],
    ['bypass; handler \ud83d', 'bypass; handler \\u{d83d}'],
    ['hit', 'hit'],
  ])('%j can be sent', (text, expected) => {
    expect(printable(text)).toBe(expected);
    expect(() => validateHeaderValue('X-Cache', printable(text))).not.toThrow();
  });
});

import fc from 'fast-check';
import { validateShape } from '../../../src/newsroom/requests/validate-shape';

const MOST = 1_000_000;

const nested = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('the shape of a request', () => {
  it.each([
    [{ filters: { __proto__: null, title: { $eq: 'x' } } }, undefined],
    [JSON.parse('{ "__proto__": {} }'), /__proto__/],
    [{ populate: { a: { constructor: '1' } } }, /constructor/],
    [{ title: 'a\0b' }, /null character/],
    [nested(60), undefined],
    [nested(61), /60 levels/],
    [nested(100_000), /60 levels/],
    [undefined, undefined],
  ])('case %#', (value, fault) => {
    const found = validateShape(value, MOST);
    if (fault) expect(found).toMatch(fault);
    else expect(found).toBeUndefined();
  });

  it.each([
    ['a list', [1, 1, 1]],
    ['an object', { a: 1, b: 1, c: 1 }],
    ['lists in lists', [[1], []]],
  ])('has only so many values: %s of three', (_what, value) => {
    expect(validateShape(value, 3)).toBeUndefined();
    expect(validateShape(value, 2)).toMatch(/more than 2 values/);
  });

  it('is right for whatever else JSON can say', () => {
    const key = fc.string().filter((name) => !(name in {}) && name !== 'prototype');
    const tidy = fc.string().map((text) => text.replaceAll('\0', ''));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(tidy, fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(fc.property(value, (one) => validateShape(one, MOST) === undefined));
  });
});

import fc from 'fast-check';
import { pathSegments } from '../../../src/newsroom/embargo/withhold-embargoed-files';
import { readInstant } from '../../../src/newsroom/schedule/read-instant';

describe('readInstant', () => {
  it('reads the same instant in any zone', () => {
    const at = new Date('2026-03-29T00:30:00Z');
    for (const value of ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00+01:00', '2026-03-28T20:30-04:00']) {
      expect(readInstant('publishAt', value)).toEqual(at);
    }
  });

  it.each([
    '2026-02-30T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-27T25:00:00Z',
    '2026-11-27T10:00:00',
    '2026-11-27',
    'tomorrow',
    '1764281100000',
    1764281100000,
    true,
    {},
    [],
    new Date(Number.NaN),
    [{ toString: '' }],
    Object.create(null),
  ])('refuses %j, and names the field', (value) => {
    expect(() => readInstant('publishAt', value)).toThrow(/^publishAt is /);
  });

  it('null and an empty field are no instant', () => {
    expect(readInstant('publishAt', null)).toBeNull();
    expect(readInstant('publishAt', '')).toBeNull();
  });

  it('reads what a date writes, and throws nothing but a ValidationError', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => expect(readInstant('publishAt', date.toISOString())).toEqual(date)),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          readInstant('publishAt', value);
        } catch (error) {
          expect((error as Error).name).toBe('ValidationError');
        }
      }),
    );
  });
});

it.each([
  ['/uploads/a.png', ['uploads', 'a.png']],
  ['//uploads/./A.png', ['uploads', '.', 'a.png']],
  ['/uploads%2Fa.png', ['uploads', 'a.png']],
  ['/uploads\\a.png', ['uploads', 'a.png']],
  ['/%75ploads/a.png/.', ['uploads', 'a.png', '.']],
])('%s is looked at as the file server takes it', (path, segments) => {
  expect(pathSegments(path)).toEqual(segments);
});

it('what cannot be decoded has no parts', () => {
  expect(pathSegments('/uploads/%E0%A4%A')).toBeUndefined();
});

import fc from 'fast-check';
import { formatCursor, parseSince } from '../../../../src/newsroom/formats/publications/cursor';

describe('since', () => {
  it('is a cursor that comes back as it was', () => {
    const number = fc.integer({ min: 0, max: 999_999_999_999_999 });
    fc.assert(
      fc.property(number, number, (position, id) => {
        expect(parseSince(formatCursor({ position, id }))).toEqual({ after: { position, id } });
      }),
    );
  });

  it('is a time with its zone, or the beginning', () => {
    expect(parseSince('2026-11-28T09:30:00Z')).toEqual({ from: new Date('2026-11-28T09:30:00Z') });
    expect(parseSince('2026-11-28T09:30:00.123+01:00')).toEqual({
      from: new Date('2026-11-28T08:30:00.123Z'),
    });
    // As it arrives where the plus sign was not encoded.
    expect(parseSince('2026-11-28T09:30:00 01:00')).toEqual({ from: new Date('2026-11-28T08:30:00Z') });
    expect(parseSince(undefined)).toEqual({ after: { position: 0, id: 0 } });
  });

  it('is nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        try {
          expect(parseSince(value)).toHaveProperty('after');
        } catch (error) {
          expect((error as Error).message).toContain(`since is "${value.slice(0, 60)}"`);
        }
      }),
    );
    expect(() => parseSince(`${formatCursor({ position: 1, id: 1 })}=`)).toThrow('since is');
  });
});

import { errorAtField } from '../../../../src/admin/times/error-at-field';
import { isEarlierEmbargo, refuseInstant } from '../../../../src/admin/times/refuse-instant';
import { timeState } from '../../../../src/admin/times/time-state';

const NONE = {
  publishAt: null,
  unpublishAt: null,
  embargoUntil: null,
  proposedPublishAt: null,
  proposedUnpublishAt: null,
};
const NOW = new Date('2026-11-27T12:00:00Z');
const clock = (time: string) => `2026-11-27T${time}:00Z`;
const held = { at: clock('11:00'), reason: 'A byline is missing.', reasons: null };

describe('where an article stands', () => {
  it.each([
    ['nothing', { times: NONE, heldBack: null, isPublished: false }],
    ['out', { times: NONE, heldBack: null, isPublished: true }],
    [
      'proposed',
      { times: { ...NONE, proposedPublishAt: clock('13:00') }, heldBack: null, isPublished: false },
    ],
    ['scheduled', { times: { ...NONE, publishAt: clock('13:00') }, heldBack: null, isPublished: true }],
    // Within a second or two it goes out: that is not late.
    [
      'scheduled',
      { times: { ...NONE, publishAt: '2026-11-27T11:59:55Z' }, heldBack: null, isPublished: false },
    ],
    ['late', { times: { ...NONE, publishAt: clock('11:59') }, heldBack: null, isPublished: false }],
    ['held-back', { times: NONE, heldBack: held, isPublished: false }],
    ['scheduled', { times: { ...NONE, publishAt: clock('13:00') }, heldBack: held, isPublished: false }],
  ])('%s', (state, article) => expect(timeState(article, NOW)).toBe(state));
});

describe('what the server would refuse', () => {
  it.each([
    ['publishAt', '11:59', NONE, 'past'],
    ['publishAt', '12:00', NONE, 'past'],
    ['publishAt', '13:00', NONE, undefined],
    ['publishAt', '13:00', { ...NONE, embargoUntil: clock('14:00') }, 'embargo-holds'],
    ['publishAt', '14:00', { ...NONE, embargoUntil: clock('14:00') }, undefined],
    ['publishAt', '14:00', { ...NONE, unpublishAt: clock('14:00') }, 'publish-last'],
    ['unpublishAt', '14:00', { ...NONE, publishAt: clock('14:00') }, 'unpublish-first'],
    ['unpublishAt', '14:01', { ...NONE, publishAt: clock('14:00') }, undefined],
    ['embargoUntil', '14:01', { ...NONE, publishAt: clock('14:00') }, 'scheduled-before'],
    ['embargoUntil', '14:00', { ...NONE, publishAt: clock('14:00') }, undefined],
  ] as const)('%s at %s', (field, time, times, refusal) => {
    expect(refuseInstant(field, new Date(clock(time)), times, NOW)).toBe(refusal);
  });

  it('an embargo that ends earlier needs more', () => {
    const until = clock('14:00');
    expect(isEarlierEmbargo(until, new Date(clock('13:00')), NOW)).toBe(true);
    expect(isEarlierEmbargo(until, null, NOW)).toBe(true);
    expect(isEarlierEmbargo(until, new Date(clock('15:00')), NOW)).toBe(false);
    expect(isEarlierEmbargo(null, new Date(clock('13:00')), NOW)).toBe(false);
    // It is over.
    expect(isEarlierEmbargo(clock('11:00'), null, NOW)).toBe(false);
  });
});

describe('an error of the server', () => {
  it('is what it says of the field, or what it says at all', () => {
    const details = {
      errors: [
        { path: ['byline'], message: 'B' },
        { path: ['publishAt'], message: 'P' },
      ],
      reason: { code: 'notPublished', values: { locale: 'en' } },
    };
    expect(errorAtField({ message: 'All', details }, 'publishAt')).toBe('P');
    expect(errorAtField({ message: 'All', details }, 'unpublishAt')).toBe('All');
    const coded = {
      errors: [{ path: ['notice'], message: 'N', reason: { code: 'noticeMissing', values: {} } }],
    };
    expect(errorAtField({ message: 'N', details: coded }, 'publishAt')).toBe('N');
    // English, for programs.
    expect(errorAtField({ message: 'Failed to fetch' }, 'publishAt')).toBeUndefined();
    expect(errorAtField({ message: 'No.', details: { errors: [{ path: ['x'] }] } }, 'x')).toBeUndefined();
  });
});

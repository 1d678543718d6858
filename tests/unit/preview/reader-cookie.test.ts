import { READER_VALID_FOR_MS, readReader, signReader } from '../../../src/preview/reader-cookie';

const NOW = Date.UTC(2026, 10, 28);

describe('the cookie of a reader of previews', () => {
  const cookie = signReader('secret', 12, NOW);

  it('says whose browser it is, for an hour', () => {
    expect(readReader('secret', cookie, NOW)).toBe(12);
    expect(readReader('secret', cookie, NOW + READER_VALID_FOR_MS - 1)).toBe(12);
    expect(readReader('secret', cookie, NOW + READER_VALID_FOR_MS)).toBeUndefined();
  });

  it.each([
    ['of another newsroom', signReader('other', 12, NOW)],
    ['of another person', cookie.replace('12.', '13.')],
    ['that lasts longer', cookie.replace(/\.(\d)/, '.9')],
    ['without a signature', cookie.replace(/[^.]*$/, '')],
    ['that is no cookie of ours', 'x'],
    ['that is missing', undefined],
  ])('is refused: one %s', (_what, value) => {
    expect(readReader('secret', value, NOW)).toBeUndefined();
  });
});

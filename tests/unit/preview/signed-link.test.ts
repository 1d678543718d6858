import fc from 'fast-check';
import { signPreviewLink, verifyPreviewLink, type PreviewTarget } from '../../../src/preview/signed-link';

const target: PreviewTarget = { documentId: 'abc', locale: 'en', status: 'draft' };
const NOW = Date.UTC(2026, 10, 24);
const queryOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URL(address, 'http://newsroom').searchParams);

describe('a preview link', () => {
  it('shows what it was made for, whatever that is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('draft', 'published'),
        (documentId, locale, status) => {
          const wanted = { documentId, locale, status };
          expect(verifyPreviewLink(queryOf(signPreviewLink('/preview', 's', wanted, NOW)), 's', NOW)).toEqual(
            wanted,
          );
        },
      ),
    );
  });

  it.each(['documentId', 'locale', 'status', 'expires', 'signature'])(
    'is void once its %s is changed',
    (name) => {
      const query = queryOf(signPreviewLink('/preview', 'secret', target, NOW));
      const other = name === 'status' ? 'published' : `${query[name]}1`;
      expect(verifyPreviewLink({ ...query, [name]: other }, 'secret', NOW)).toBeUndefined();
      expect(verifyPreviewLink({ ...query, [name]: [query[name]] }, 'secret', NOW)).toBeUndefined();
      expect(verifyPreviewLink({ ...query, [name]: undefined }, 'secret', NOW)).toBeUndefined();
    },
  );

  it('is void after an hour, and elsewhere', () => {
    const query = queryOf(signPreviewLink('/preview', 'secret', target, NOW));
    expect(verifyPreviewLink(query, 'secret', NOW + 3_599_999)).toEqual(target);
    expect(verifyPreviewLink(query, 'secret', NOW + 3_600_000)).toBeUndefined();
    expect(verifyPreviewLink(query, 'another secret', NOW)).toBeUndefined();
  });

  it("keeps the query of a frontend's own address", () => {
    const address = signPreviewLink('https://news.example.com/api?mode=on', 'secret', target, NOW);
    expect(queryOf(address)).toMatchObject({ mode: 'on', documentId: 'abc', locale: 'en', status: 'draft' });
  });
});

import fc from 'fast-check';
import {
  selectDisclaimers,
  type ApplicableInput,
} from '../../../src/newsroom/disclaimers/applicable-disclaimers';
import { APPLIES_TO, type PublishedDisclaimer } from '../../../src/newsroom/disclaimers/disclaimer';

const published = (over: Partial<PublishedDisclaimer>): PublishedDisclaimer => ({
  documentId: 'one',
  locale: 'en',
  key: 'one',
  name: 'One',
  text: 'Text.',
  appliesTo: 'every-article',
  publishedAt: 0,
  ...over,
});
const INPUT: ApplicableInput = {
  published: [],
  chosen: [],
  locale: 'es',
  defaultLocale: 'en',
  hasQuotes: false,
};

describe('the disclaimers of an article', () => {
  it('are in its locale, else the default one, under the key of the default one', () => {
    const es = published({ locale: 'es', key: 'uno', text: 'Texto.' });
    const both = selectDisclaimers({ ...INPUT, published: [published({}), es] });
    expect(both).toMatchObject([{ key: 'one', translated: true, published: { text: 'Texto.' } }]);
    const english = selectDisclaimers({ ...INPUT, published: [published({})] });
    expect(english).toMatchObject([{ key: 'one', translated: false, published: { text: 'Text.' } }]);
  });

  it('include one that has no text here, so that somebody is told', () => {
    const french = published({ locale: 'fr' });
    expect(selectDisclaimers({ ...INPUT, published: [french] })).toMatchObject([
      { published: null, translated: false, name: 'One' },
    ]);
    const chosen = [{ documentId: 'two', key: 'two', name: 'Two' }];
    expect(selectDisclaimers({ ...INPUT, chosen })).toMatchObject([{ key: 'two', published: null }]);
  });

  const disclaimer = fc.record({
    documentId: fc.constantFrom('a', 'b', 'c', 'd'),
    locale: fc.constantFrom('en', 'es', 'fr'),
    key: fc.constantFrom('k', 'l', 'm'),
    appliesTo: fc.constantFrom(...APPLIES_TO),
  });
  const lists = fc.uniqueArray(disclaimer, { selector: ({ documentId, locale }) => documentId + locale });
  const choices = fc.uniqueArray(fc.constantFrom('a', 'b', 'z'));

  it('are the same in the same order, however the database lists them; each once; mandatory ones always', () => {
    fc.assert(
      fc.property(
        lists,
        choices,
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (rows, chosenIds, hasQuotes, random) => {
          const input = {
            ...INPUT,
            hasQuotes,
            published: rows.map(published),
            chosen: chosenIds.map((documentId) => ({ documentId, key: documentId, name: documentId })),
          };
          const result = selectDisclaimers(input);
          const shuffled = rows.map(published).sort(() => (Number(random.next().value) % 2 ? 1 : -1));
          expect(
            selectDisclaimers({ ...input, published: shuffled }).map(({ documentId }) => documentId),
          ).toEqual(result.map(({ documentId }) => documentId));
          expect(new Set(result.map(({ documentId }) => documentId)).size).toBe(result.length);
          const ids = result.map(({ documentId }) => documentId);
          expect(ids).toEqual(expect.arrayContaining(chosenIds));
          const english = rows.filter(({ locale }) => locale === 'en');
          for (const { documentId, appliesTo } of english) {
            if (appliesTo === 'every-article') expect(ids).toContain(documentId);
          }
        },
      ),
    );
  });
});

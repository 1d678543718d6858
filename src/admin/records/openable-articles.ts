import { RECORDS, type ArticleAct } from './records';

/** An article in one locale. */
export interface Place {
  documentId: string;
  locale: string;
}

/** The key of an article in one locale. */
export const placeKey = ({ documentId, locale }: Place): string => `${documentId}|${locale}`;

/** The articles, each in its locale, that lines of the list of acts are about; once each. */
export const placesOf = (acts: readonly ArticleAct[]): Place[] => {
  const places = acts.flatMap(({ articleDocumentId: documentId, articleLocale: locale }) =>
    documentId && locale ? [{ documentId, locale }] : [],
  );
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
};

/** A question to the content manager for those of these articles that it lists in one locale. */
const listIn = (locale: string, documentIds: readonly string[]) => ({
  url: `/content-manager/collection-types/${RECORDS.acts.about}`,
  method: 'GET' as const,
  config: {
    params: { locale, page: 1, pageSize: documentIds.length, filters: { documentId: { $in: documentIds } } },
  },
});

type Answer = { data?: unknown; error?: unknown };

/**
 * Asks which of these articles the content manager can open, as {@link placeKey}: those that are there still, in their locale, and that the
 * role may read. Of a locale that cannot be asked about, as one that the newsroom has no more, none.
 *
 * @param ask sends a request of the admin API
 */
export const findOpenable = async (
  places: readonly Place[],
  ask: (request: ReturnType<typeof listIn>) => PromiseLike<Answer>,
): Promise<string[]> => {
  const found: string[] = [];
  for (const locale of new Set(places.map((place) => place.locale))) {
    const here = places.filter((place) => place.locale === locale).map(({ documentId }) => documentId);
    const { data } = await ask(listIn(locale, here));
    const { results = [] } = (data ?? {}) as { results?: { documentId: string }[] };
    found.push(...results.map(({ documentId }) => placeKey({ documentId, locale })));
  }
  return found;
};

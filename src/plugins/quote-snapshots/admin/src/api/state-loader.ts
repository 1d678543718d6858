import { getFetchClient } from '@strapi/admin/strapi-admin';
import DataLoader from 'dataloader';
import type { StateCounts } from './answers';

export interface DocumentPlace {
  model: string;
  documentId: string;
  locale: string | undefined;
}

/** The most documents that the server accepts in one request. */
const MOST_DOCUMENTS = 100;

const placeOf = ({ model, locale }: DocumentPlace): string => `${model} ${locale ?? ''}`;

/**
 * Loads the states of documents' snapshots. Every cell of a list requests its own document, and the server gets one request for all
 * of them.
 */
export const stateLoader = new DataLoader<DocumentPlace, StateCounts, string>(
  async (places) => {
    const found = new Map<string, Record<string, StateCounts>>();
    for (const key of new Set(places.map(placeOf))) {
      const here = places.filter((place) => placeOf(place) === key);
      const [first] = here;
      if (!first) continue;
      const { data } = await getFetchClient().post<{ data: Record<string, StateCounts> }>(
        '/quote-snapshots/summary',
        {
          model: first.model,
          ...(first.locale ? { locale: first.locale } : {}),
          documentIds: [...new Set(here.map(({ documentId }) => documentId))],
        },
      );
      found.set(key, data.data);
    }
    return places.map((place) => found.get(placeOf(place))?.[place.documentId] ?? {});
  },
  // Strapi's own cache (RTK Query) stores the answers and drops them when a document changes.
  { cache: false, maxBatchSize: MOST_DOCUMENTS },
);

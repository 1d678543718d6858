import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE, SNAPSHOT, WORDINGS_ATTRIBUTE } from '../type-names';
import type { ShownDisclaimer } from './insert-publication';

/** The instruments whose quotes are shown beside an article now. */
const shownInstruments = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<string[]> => {
  if (!quotesPlugin(strapi)) return [];
  // Read with knex, because the plugin would leave out snapshots that the caller may not read, and the record needs all of them.
  const rows = await readRows<{ instrument: string | null }>(
    strapi,
    strapi.db.metadata.get(SNAPSHOT).tableName,
    (snapshots) =>
      snapshots
        .select('instrument')
        .where({ related_type: ARTICLE, related_document_id: documentId, related_locale: locale })
        .andWhere('current', true)
        .orderBy('position'),
  );
  return rows.flatMap(({ instrument }) => instrument ?? []);
};

/** What readers see beside the text of a published article now. @param id of the published row */
export const readShown = async (
  strapi: Core.Strapi,
  { id, documentId, locale }: { id: number; documentId: string; locale: string },
): Promise<{ disclaimers: ShownDisclaimer[]; instruments: string[] }> => {
  const wordings: ShownDisclaimer[] = (await strapi.db.query(ARTICLE).load({ id }, WORDINGS_ATTRIBUTE)) ?? [];
  return {
    disclaimers: wordings.map(({ key, name, text, language }) => ({ key, name, text, language })),
    instruments: await shownInstruments(strapi, documentId, locale),
  };
};

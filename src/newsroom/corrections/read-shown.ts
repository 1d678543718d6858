import type { Core } from '@strapi/strapi';
import { quotesPlugin } from '../quotes-plugin';
import { ARTICLE, SNAPSHOT, WORDINGS_ATTRIBUTE } from '../type-names';
import type { ShownDisclaimer } from './insert-publication';

/** The instruments whose quotes stand beside an article now. */
const shownInstruments = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<string[]> => {
  if (!quotesPlugin(strapi)) return [];
  const rows: { instrument: string | null }[] = await strapi.db.query(SNAPSHOT).findMany({
    select: ['instrument'],
    where: { relatedType: ARTICLE, relatedDocumentId: documentId, relatedLocale: locale, current: true },
    orderBy: { position: 'asc' },
  });
  return rows.flatMap(({ instrument }) => instrument ?? []);
};

/** What readers are shown beside the text of a published article now. @param id of the published row */
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

import type { Core, Struct } from '@strapi/strapi';
import { findTroubledPublications } from '../store/reports/find-troubled-publications';
import { enabledTypes, isLocalized } from '../strapi/enabled-types';
import { mainField } from '../strapi/main-field';
import { readablePublished } from './access/readable-documents';

/**
 * How long a quote may be pending before somebody is told, in milliseconds. The widget asks every quarter of a minute, so that a
 * publication is in it within a minute.
 */
const OVERDUE_AFTER_MS = 30_000;
/** How many the homepage's widget lists. */
const MOST_PUBLICATIONS = 10;
/** How many are read for it: the role may not see all of them. */
const MOST_READ = 200;

/** A publication whose quotes failed or are overdue, as the homepage lists it. */
export interface TroubledPublication {
  type: string;
  kind: Struct.ContentTypeSchema['kind'];
  typeName: string;
  documentId: string;
  locale: string | null;
  title: string;
  publishedAt: string;
  pending: number;
  failed: number;
}

/**
 * The publications whose quotes failed, or are still waited for after half a minute: of documents that are published and that the
 * role may read; latest first.
 */
export const troubledPublications = async (
  strapi: Core.Strapi,
  ability: unknown,
  now: Date,
): Promise<TroubledPublication[]> => {
  const waitingSince = new Date(now.getTime() - OVERDUE_AFTER_MS);
  const found: TroubledPublication[] = [];
  for (const model of enabledTypes(strapi)) {
    const rows = await findTroubledPublications(strapi, model.uid, waitingSince, MOST_READ);
    if (rows.length === 0) continue;
    const field = await mainField(strapi, model);
    const locales = isLocalized(model) ? [...new Set(rows.map(({ locale }) => locale))] : [null];
    for (const locale of locales) {
      const here = rows.filter((row) => locale === null || row.locale === locale);
      const documents = await readablePublished(
        strapi,
        ability,
        model,
        { documentIds: [...new Set(here.map(({ documentId }) => documentId))], locale },
        field,
      );
      const titles = new Map(documents.map((document) => [document.documentId, document[field]]));
      for (const { documentId, pending, failed, publishedAt } of here) {
        if (!titles.has(documentId)) continue;
        const title = titles.get(documentId);
        found.push({
          type: model.uid,
          kind: model.kind,
          typeName: model.info.displayName,
          documentId,
          locale,
          title: typeof title === 'string' && title !== '' ? title : documentId,
          publishedAt: publishedAt.toISOString(),
          pending,
          failed,
        });
      }
    }
  }
  return found.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, MOST_PUBLICATIONS);
};

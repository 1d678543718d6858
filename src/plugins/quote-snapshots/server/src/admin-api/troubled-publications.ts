import type { Core, Struct } from '@strapi/strapi';
import { KEY_ATTRIBUTE } from '../plugin-names';
import {
  findTroubledPublications,
  type PublicationTrouble,
} from '../store/reports/find-troubled-publications';
import { enabledTypes, isLocalized } from '../strapi/enabled-types';
import { readMainField } from '../strapi/main-field';
import { permissionChecker } from '../strapi/permission-checker';
import { entriesQuery } from './access/entries-query';
import { findReadablePublished } from './access/find-readable-documents';

/**
 * How long a quote may be pending before the widget lists it, in milliseconds. The widget is refreshed every 15 seconds, so it
 * shows a publication within a minute.
 */
const OVERDUE_AFTER_MS = 30_000;
/** The most publications in the home page's widget. */
const MOST_PUBLICATIONS = 10;

/** A publication whose quotes failed or are overdue, for the home page. */
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

/** Publications of a type, with the titles of their documents. */
const nameTroubles = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  troubles: readonly PublicationTrouble[],
): Promise<TroubledPublication[]> => {
  const named: TroubledPublication[] = [];
  const field = await readMainField(strapi, model);
  const locales = isLocalized(model) ? [...new Set(troubles.map(({ locale }) => locale))] : [null];
  for (const locale of locales) {
    const here = troubles.filter((trouble) => locale === null || trouble.locale === locale);
    const documents = await findReadablePublished(
      strapi,
      ability,
      model,
      { documentIds: here.map(({ documentId }) => documentId), locale },
      field,
    );
    const titles = new Map(documents.map((document) => [document.documentId, document[field]]));
    for (const { documentId, pending, failed, publishedAt } of here) {
      if (!titles.has(documentId)) continue;
      const title = titles.get(documentId);
      named.push({
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
  return named;
};

/**
 * The publications whose quotes failed or have been pending for more than half a minute, the latest first. Only documents that are
 * published and that the role may read.
 */
export const troubledPublications = async (
  strapi: Core.Strapi,
  ability: unknown,
  now: Date,
): Promise<TroubledPublication[]> => {
  const waitingSince = new Date(now.getTime() - OVERDUE_AFTER_MS);
  const found: TroubledPublication[] = [];
  for (const model of enabledTypes(strapi)) {
    const may = permissionChecker(strapi, ability, model.uid);
    if (may.cannot.read()) continue;
    const { filters } = await may.sanitizedQuery.read({});
    // The rights are part of the statement, so that other publications do not fill the limited list.
    const entries = entriesQuery(strapi, model, (filters ?? {}) as Record<string, unknown>, 'published', [
      KEY_ATTRIBUTE,
    ]);
    const troubles = await findTroubledPublications(strapi, {
      relatedType: model.uid,
      waitingSince,
      entries,
      limit: MOST_PUBLICATIONS,
    });
    if (troubles.length > 0) found.push(...(await nameTroubles(strapi, ability, model, troubles)));
  }
  return found.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, MOST_PUBLICATIONS);
};

import type { Core, Struct } from '@strapi/strapi';
import { LATE_AFTER_MS } from '../capture/late-quotes';
import { findTroubledPublications } from '../store/reports/find-troubled-publications';
import { enabledTypes, isLocalized } from '../strapi/enabled-types';
import type { DocumentAccess } from './document-access';

/** The widget shows some; the rest comes up once these are settled. */
const MOST_PUBLICATIONS = 10;
/** Read beyond that, because a role may not see all of them. */
const MOST_READ = 200;

/** A publication whose quotes failed or wait, as the homepage shows it. */
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

/** The field by which the content manager names documents of a type. */
const mainField = async (strapi: Core.Strapi, model: Struct.ContentTypeSchema): Promise<string> => {
  const configuration: { settings: { mainField: string } } = await strapi
    .plugin('content-manager')
    .service('content-types')
    .findConfiguration(model);
  return configuration.settings.mainField;
};

/**
 * The publications whose quotes want a person: those that failed, and those that still wait after a minute. Only of
 * documents that are in front of readers and that the role may read; latest first.
 */
export const publicationsNeedingAttention = async (
  { strapi, access }: { strapi: Core.Strapi; access: DocumentAccess },
  ability: unknown,
  now: Date,
): Promise<TroubledPublication[]> => {
  const waitingSince = new Date(now.getTime() - LATE_AFTER_MS);
  const found: TroubledPublication[] = [];
  for (const model of enabledTypes(strapi)) {
    const rows = await findTroubledPublications(strapi, model.uid, waitingSince, MOST_READ);
    if (rows.length === 0) continue;
    const field = await mainField(strapi, model);
    const locales = isLocalized(model) ? [...new Set(rows.map(({ locale }) => locale))] : [null];
    for (const locale of locales) {
      const here = rows.filter((row) => locale === null || row.locale === locale);
      const documents = await access.readablePublished(
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

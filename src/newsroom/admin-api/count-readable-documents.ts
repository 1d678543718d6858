import type { Core, Struct } from '@strapi/strapi';
import { createModels } from '../visibility/models';
import { replaceHomepageCounts, type DocumentCounts } from '../strapi/homepage-counts';
import type { Ability } from '../strapi/request-ability';
import { adminVisibility } from '../visibility/admin-visibility';
import { NO_ENTRY } from '../visibility/visibility';

interface Row {
  documentId: string;
  publishedAt: string | null;
  updatedAt: string;
}

const newest = (rows: readonly Row[]): number =>
  Math.max(...rows.map(({ updatedAt }) => Date.parse(updatedAt)));

/** The state of a document, by the rules of Strapi's home page. */
const stateOf = (rows: readonly Row[], hasDrafts: boolean): keyof DocumentCounts => {
  const published = rows.filter(({ publishedAt }) => publishedAt !== null);
  const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
  if (!hasDrafts) return 'published';
  if (published.length === 0) return 'draft';
  return drafts.length > 0 && newest(drafts) === newest(published) ? 'published' : 'modified';
};

/** Whether the content manager shows a type. It does not show records, which have their own pages. */
const isShown = ({ pluginOptions }: Struct.ContentTypeSchema): boolean =>
  (pluginOptions?.['content-manager'] as { visible?: boolean } | undefined)?.visible !== false;

/**
 * On the home page of the admin UI, counts only the entries that the user may read. Strapi counts all entries, and so reveals how
 * many drafts others have.
 */
export const countReadableDocuments = (strapi: Core.Strapi): void => {
  const models = createModels(strapi);

  replaceHomepageCounts(strapi, async (countAll) => {
    const { userAbility } = (strapi.requestContext.get()?.state ?? {}) as { userAbility?: Ability };
    if (!userAbility) return { draft: 0, published: 0, modified: 0 };
    const visibility = adminVisibility(strapi, models, userAbility);
    const readable = Object.values(strapi.contentTypes)
      .filter(isShown)
      .map(({ uid }) => uid)
      .filter((uid) => visibility.isPermissionSubject(uid) && visibility.entryFilter(uid) !== NO_ENTRY);
    if (readable.every((uid) => visibility.canSortBy(uid))) return countAll();

    const counts: DocumentCounts = { draft: 0, published: 0, modified: 0 };
    for (const uid of readable) {
      const rows: Row[] = await strapi.db.query(uid).findMany({
        select: ['documentId', 'publishedAt', 'updatedAt'],
        where: visibility.entryFilter(uid) ?? {},
      });
      const documents = new Map<string, Row[]>();
      for (const row of rows) documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), row]);
      for (const versions of documents.values()) counts[stateOf(versions, models.hasDrafts(uid))] += 1;
    }
    return counts;
  });
};

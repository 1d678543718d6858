import type { Core, UID } from '@strapi/strapi';
import type { Ignored } from '../freshness/watched-tables';

/** A content type or component in Strapi's database layer. */
interface Meta {
  uid: string;
  tableName: string;
  attributes: Record<string, { columnName?: string } | undefined>;
}

const metas = (strapi: Core.Strapi): Meta[] => [...strapi.db.metadata.values()] as unknown as Meta[];

/** Tables of types with drafts, in lower case. */
export const tablesWithDrafts = (strapi: Core.Strapi): Set<string> =>
  new Set(
    metas(strapi)
      .filter(({ uid }) => strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true)
      .map(({ tableName }) => tableName.toLowerCase()),
  );

/** The content type of a table, by the table's name in lower case. */
export const typesByTable = (strapi: Core.Strapi): Map<string, string> =>
  new Map(
    metas(strapi)
      .filter(({ uid }) => uid in strapi.contentTypes)
      .map(({ uid, tableName }) => [tableName.toLowerCase(), uid]),
  );

/** What Strapi itself writes even if it only answers: when a token was last used, and sessions. */
const OF_STRAPI = {
  tables: ['strapi_sessions'],
  columns: { strapi_api_tokens: ['last_used_at', 'updated_at'] },
};

/**
 * Tables and columns that change in the background: Strapi's own, and those of the configuration.
 *
 * @throws Error for a column that readers can see, because they would see an old value
 */
export const ignoredOf = (
  strapi: Core.Strapi,
  given: { tables: readonly string[]; columns: Readonly<Record<string, readonly string[]>> },
): Ignored => {
  const columns = new Map<string, Set<string>>();
  for (const [table, names] of [...Object.entries(OF_STRAPI.columns), ...Object.entries(given.columns)]) {
    const ignored = columns.get(table.toLowerCase()) ?? new Set<string>();
    for (const name of names) ignored.add(name.toLowerCase());
    columns.set(table.toLowerCase(), ignored);
  }
  for (const { uid, tableName, attributes } of metas(strapi)) {
    if (uid.startsWith('admin::')) continue;
    for (const [name, attribute] of Object.entries(attributes)) {
      const column = (attribute?.columnName ?? name).toLowerCase();
      if (!columns.get(tableName.toLowerCase())?.has(column)) continue;
      const model = strapi.getModel(uid as UID.Schema);
      const declared = (model?.attributes ?? {}) as Record<string, { private?: boolean } | undefined>;
      if (declared[name]?.private !== true) {
        throw new Error(
          `The configuration of plugin "response-cache" ignores writes to "${tableName}.${column}", but readers can be shown "${name}" of ${uid}: make the attribute private, or do not ignore its column.`,
        );
      }
    }
  }
  return {
    tables: new Set([...OF_STRAPI.tables, ...given.tables].map((name) => name.toLowerCase())),
    columns,
  };
};

/** Whether addresses of files are signed, so that they expire by themselves. */
export const signsFiles = async (strapi: Core.Strapi): Promise<boolean> => {
  const upload = strapi.plugin('upload') as
    | { provider?: { isPrivate?(): Promise<boolean> | boolean } }
    | undefined;
  return (await upload?.provider?.isPrivate?.()) === true;
};

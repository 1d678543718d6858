import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { WORDING } from '../type-names';
import type { ApplicableDisclaimer } from './applicable-disclaimers';

/** The values that identify a wording. If any of them changes, it is another wording. */
interface Wording {
  disclaimerDocumentId: string;
  key: string;
  name: string;
  text: string;
  appliesTo: string;
  language: string;
}

/** A hash of the wording's values, so that the same words get the same documentId when they are published again. */
const documentIdOf = ({ disclaimerDocumentId, key, name, text, appliesTo, language }: Wording): string =>
  createHash('sha256')
    .update(JSON.stringify([disclaimerDocumentId, language, key, name, text, appliesTo]))
    .digest('hex')
    .slice(0, 24);

/**
 * Records the wordings with which an article is published, in the open transaction. One query finds existing wordings. If two
 * publications record the same new wording at once, there is one row.
 *
 * @returns the ids of the wordings in the order of the disclaimers; disclaimers without a text are left out
 */
export const recordWordings = async (
  strapi: Core.Strapi,
  disclaimers: readonly ApplicableDisclaimer[],
): Promise<number[]> => {
  const wordings = disclaimers.flatMap(({ documentId, key, published, appliesTo }) => {
    if (!published) return [];
    const { name, text, locale: language, publishedAt } = published;
    const wording = { disclaimerDocumentId: documentId, key, name, text, appliesTo, language };
    return [{ ...wording, documentId: documentIdOf(wording), wordedAt: new Date(publishedAt) }];
  });
  const documentIds = wordings.map(({ documentId }) => documentId);
  if (documentIds.length === 0) return [];

  const find = async (): Promise<Map<string, number>> => {
    const rows: { id: number; documentId: string }[] = await strapi.db
      .query(WORDING)
      .findMany({ select: ['id', 'documentId'], where: { documentId: { $in: documentIds } } });
    return new Map(rows.map(({ documentId, id }) => [documentId, id]));
  };
  let known = await find();
  const missing = wordings.filter(({ documentId }) => !known.has(documentId));
  if (missing.length > 0) {
    await insertUnlessThere(strapi, missing);
    known = await find();
  }
  return documentIds.flatMap((documentId) => known.get(documentId) ?? []);
};

/** Ignores rows that another publication has inserted in the meantime. On PostgreSQL an error would abort the transaction. */
const insertUnlessThere = async (
  strapi: Core.Strapi,
  wordings: readonly (Wording & { documentId: string; wordedAt: Date })[],
): Promise<void> => {
  const { tableName, attributes } = strapi.db.metadata.get(WORDING);
  const columnOf = (name: string): string => {
    const attribute = attributes[name];
    return (attribute && 'columnName' in attribute && attribute.columnName) || name;
  };
  const now = new Date();
  const rows = wordings.map((wording) =>
    Object.fromEntries(
      Object.entries({ ...wording, createdAt: now, updatedAt: now, publishedAt: now }).map(
        ([name, value]) => [columnOf(name), value],
      ),
    ),
  );
  const schema = strapi.db.getSchemaName();
  await strapi.db.transaction(async ({ trx }) => {
    const table = schema ? trx(tableName).withSchema(schema) : trx(tableName);
    await table.insert(rows).onConflict('document_id').ignore();
  });
};

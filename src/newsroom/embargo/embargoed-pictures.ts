import type { Core } from '@strapi/strapi';
import { databaseTimeSql, readDatabaseTime } from '../clock/database-time';
import { readRows } from '../database/read-rows';
import { readJson, readTime } from '../database/stored-values';
import { ARTICLE } from '../type-names';
import { fileUsesOf, positionSql } from './file-uses';
import { picturesInText } from './pictures-in-text';

/** A picture that the draft of an article under embargo uses. */
export interface EmbargoedPicture {
  /** The id of the draft's row. */
  draftId: number;
  hash: string;
}

interface Row {
  id: number;
  embargo_until: unknown;
  now: unknown;
  hash: string | null;
  body: unknown;
}

/**
 * The pictures of all articles under embargo: those in relations, and those in the text. An embargo holds for all locales of an
 * article. It is one statement, because every request for a file waits for it. If nothing is under embargo, it reads only an index.
 *
 * @param file only pictures that may have this file, a name in lower case. The caller must compare the results.
 */
export const readEmbargoedPictures = async (
  strapi: Core.Strapi,
  file?: string,
): Promise<EmbargoedPicture[]> => {
  const articles = strapi.db.metadata.get(ARTICLE).tableName;
  const { files, uses, fileId, relatedType, relatedId } = fileUsesOf(strapi);
  const { connection } = strapi.db;
  const position = positionSql(strapi);
  // A rendition's file name is small_, medium_ … and the hash, so a text must contain the part after the last underscore.
  const inText =
    file === undefined
      ? 'image'
      : (file
          .replace(/\.[^.]*$/, '')
          .split('_')
          .at(-1) ?? file);
  const hasPicture = `${position}(lower(cast(draft.body as text)), ?) > 0`;
  const rows = await readRows<Row>(strapi, articles, (query) => {
    const held = query
      .from(`${articles} as held`)
      .join(`${articles} as draft`, 'draft.document_id', 'held.document_id')
      .leftJoin(`${uses} as used`, (join) => {
        join.on(`used.${relatedId}`, '=', 'draft.id').andOnVal(`used.${relatedType}`, ARTICLE);
      })
      .leftJoin(`${files} as file`, 'file.id', `used.${fileId}`)
      .select('draft.id', 'held.embargo_until', 'file.hash')
      .select(connection.raw(`${databaseTimeSql(strapi)} as now`))
      .select(connection.raw(`case when ${hasPicture} then draft.body end as body`, [inText]))
      .whereNull('held.published_at')
      .whereNull('draft.published_at')
      // The node's clock is not used here. The result is compared with the database's clock below.
      .where('held.embargo_until', '>', new Date(0));
    if (file === undefined) return held;
    return held.where((either) => {
      either.whereRaw(`${position}(?, lower(file.hash)) > 0`, [file]).orWhereRaw(hasPicture, [inText]);
    });
  });
  return rows.flatMap(({ id, embargo_until, now, hash, body }) => {
    const until = readTime(embargo_until);
    if (!until || until <= readDatabaseTime(strapi, now)) return [];
    return [...(hash ? [hash] : []), ...picturesInText(readJson(body))].map((one) => ({
      draftId: id,
      hash: one,
    }));
  });
};

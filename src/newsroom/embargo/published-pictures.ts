import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { readRows } from '../database/read-rows';
import { ARTICLE } from '../type-names';
import { fileUsesOf, positionSql } from './file-uses';

/** Types whose entries readers have as soon as they are saved, as companies with their logos. */
const undraftedTypes = (strapi: Core.Strapi): string[] =>
  Object.values(strapi.contentTypes).flatMap((type) =>
    type.uid.startsWith('api::') && !contentTypes.hasDraftAndPublish(type) ? [type.uid] : [],
  );

/** Whether something that readers have leads to the file: a published article, or an entry without drafts. */
const isLinked = async (strapi: Core.Strapi, hash: string): Promise<boolean> => {
  const { files, uses, fileId, relatedType, relatedId } = fileUsesOf(strapi);
  const articles = strapi.db.metadata.get(ARTICLE).tableName;
  const rows = await readRows(strapi, files, (query) =>
    query
      .from(`${files} as file`)
      .join(`${uses} as used`, `used.${fileId}`, 'file.id')
      .leftJoin(`${articles} as article`, (join) => {
        join.on('article.id', '=', `used.${relatedId}`).andOnVal(`used.${relatedType}`, ARTICLE);
      })
      .select('file.id')
      .where('file.hash', hash)
      .where((either) => {
        either.whereNotNull('article.published_at').orWhereIn(`used.${relatedType}`, undraftedTypes(strapi));
      })
      .limit(1),
  );
  return rows.length > 0;
};

/** What is known of the texts that a picture is in. */
interface KnownTexts {
  /** A published row whose text has the picture. */
  in?: number;
  /** Rows up to this id were looked through. */
  upTo: number;
}

const known = new WeakMap<Core.Strapi, Map<string, KnownTexts>>();

/** A publication that is under way has a lower id than one that is committed before it. */
const UNDER_WAY = 500;

/**
 * Whether a published text has the picture. Looking through all texts takes long, and anybody may ask: what was looked through is
 * not looked through again. Strapi publishes by inserting rows, so only rows with a higher id are new; a text that was found is
 * read again.
 */
const isInText = async (strapi: Core.Strapi, hash: string): Promise<boolean> => {
  const articles = strapi.db.metadata.get(ARTICLE).tableName;
  const texts = known.get(strapi) ?? new Map<string, KnownTexts>();
  known.set(strapi, texts);
  const find = async (column: '=' | '>', id: number): Promise<number | undefined> => {
    const rows = await readRows<{ id: number }>(strapi, articles, (query) =>
      query
        .select('id')
        .where('id', column, id)
        .whereNotNull('published_at')
        .whereRaw(`${positionSql(strapi)}(cast(body as text), ?) > 0`, [hash])
        .limit(1),
    );
    return rows[0]?.id;
  };
  const before = texts.get(hash);
  if (before?.in !== undefined && (await find('=', before.in)) !== undefined) return true;
  const [last] = await readRows<{ id: number | null }>(strapi, articles, (query) => query.max({ id: 'id' }));
  // Where the text that was known is gone, another one may have it among those that were not looked through.
  const from = before && before.in === undefined ? before.upTo - UNDER_WAY : 0;
  const found = await find('>', from);
  texts.set(hash, { upTo: last?.id ?? 0, ...(found === undefined ? {} : { in: found }) });
  return found !== undefined;
};

/** Whether readers have a picture already, beside or in something that is published. */
export const isPublishedPicture = async (strapi: Core.Strapi, hash: string): Promise<boolean> =>
  (await isLinked(strapi, hash)) || (await isInText(strapi, hash));

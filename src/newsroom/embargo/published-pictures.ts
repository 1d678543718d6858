import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { readRows } from '../database/read-rows';
import { ARTICLE } from '../type-names';
import { fileUsesOf, positionSql } from './file-uses';

/** Types without drafts, whose entries readers see as soon as they are saved, such as companies with their logos. */
const undraftedTypes = (strapi: Core.Strapi): string[] =>
  Object.values(strapi.contentTypes).flatMap((type) =>
    type.uid.startsWith('api::') && !contentTypes.hasDraftAndPublish(type) ? [type.uid] : [],
  );

/** Whether a published article, or an entry without drafts, links to the file. */
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

/** What is cached about the texts with a picture. */
interface KnownTexts {
  /** A published row whose text has the picture. */
  in?: number;
  /** Rows up to this id were searched. */
  upTo: number;
}

const known = new WeakMap<Core.Strapi, Map<string, KnownTexts>>();

/** A publication that is not committed yet may have a lower id than one that is. */
const UNDER_WAY = 500;

/**
 * Whether a published text has the picture. Searching all texts takes long, and anybody may request a file, so searched rows are
 * not searched again. Strapi publishes by inserting rows, so only rows with a higher id are new. A text that was found is read
 * again.
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
  // If the known text is gone, the picture may be in a text that was not searched.
  const from = before && before.in === undefined ? before.upTo - UNDER_WAY : 0;
  const found = await find('>', from);
  texts.set(hash, { upTo: last?.id ?? 0, ...(found === undefined ? {} : { in: found }) });
  return found !== undefined;
};

/** Whether readers can already see a picture in, or beside, published content. */
export const isPublishedPicture = async (strapi: Core.Strapi, hash: string): Promise<boolean> =>
  (await isLinked(strapi, hash)) || (await isInText(strapi, hash));

import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { KEY_COLUMN, SNAPSHOT_UID, SNAPSHOTS_ATTRIBUTE } from '../../plugin-names';
import { beforeReads, type Looking } from '../../strapi/database-reads';
import { hasDrafts } from '../../strapi/enabled-types';
import { tableNameOf, targetsIn, type TargetOf } from '../../strapi/tables';
import { readerOfRequest, type Reader } from './reader';
import { isOwnQuery } from '../../store/own-query';

type Query = Record<string, unknown>;

const NOTHING = { id: { $in: [] } };

const isObject = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * The snapshots whose document is published now, in the same locale.
 *
 * For a page of rows, the document of each row is looked up, which does not become slower with more publications. A count would
 * look up the document of every row. Comparing with one list of all published keys, from indexes alone, took a seventh of that
 * time.
 */
const ofPublished = (strapi: Core.Strapi, uid: string, looking: Looking): Query => {
  const all = () => strapi.db.getConnection(tableNameOf(strapi, uid));
  const versions = () =>
    hasDrafts(strapi.contentType(uid as UID.ContentType)) ? all().whereNotNull('published_at') : all();
  if (looking === 'count') {
    return { relatedType: uid, relatedKey: { $in: versions().select(KEY_COLUMN) } };
  }
  // `related_document_id` is a column of the outer query. Strapi gives that table an alias that is unknown here, so the column has
  // no prefix. An app's own type has no column of that name.
  const itself = versions()
    .select('document_id')
    .whereRaw("document_id = related_document_id and coalesce(locale, '') = coalesce(related_locale, '')");
  return { relatedType: uid, relatedDocumentId: { $in: itself } };
};

/** The snapshots that a reader may see: of the types that it may read, and of published documents. */
const readable = (strapi: Core.Strapi, { types, mayReadUnpublished }: Reader, looking: Looking): Query => {
  if (mayReadUnpublished) return { relatedType: { $in: [...types] } };
  const perType = [...types].map((uid) => ofPublished(strapi, uid, looking));
  return perType.length > 0 ? { $or: perType } : NOTHING;
};

/** @throws PolicyError for a filter or a sort whose result would depend on snapshots that the reader may not see */
const refuseHiddenFilters = (given: unknown, uid: string, reader: Reader, targetOf: TargetOf): void => {
  if (Array.isArray(given)) given.forEach((one) => refuseHiddenFilters(one, uid, reader, targetOf));
  if (!isObject(given)) return;
  for (const [key, value] of Object.entries(given)) {
    const target = targetOf(uid, key);
    if (target === SNAPSHOT_UID && !reader.types.has(uid))
      throw new errors.PolicyError(
        `"${key}" stands in a filter or sort: you may read no quote snapshots of ${uid}. Leave it out.`,
      );
    refuseHiddenFilters(value, target ?? uid, reader, targetOf);
  }
};

const restrictPopulate = (populate: unknown, uid: string, reader: Reader, targetOf: TargetOf): unknown => {
  const named = Array.isArray(populate)
    ? Object.fromEntries(populate.map((name: string) => [name, true]))
    : populate;
  if (!isObject(named)) return populate;
  const restricted = Object.entries(named).map(([attribute, options]): [string, unknown] => {
    const target = targetOf(uid, attribute);
    if (options === false || options === undefined) return [attribute, options];
    if (attribute === SNAPSHOTS_ATTRIBUTE && target === SNAPSHOT_UID && !reader.types.has(uid))
      return [attribute, { where: NOTHING }];
    if (!isObject(options)) return [attribute, options];
    const copy = { ...options };
    if (target !== undefined) restrictNested(copy, target, reader, targetOf);
    // A dynamic zone or morph relation names each of its target types.
    if (isObject(options.on)) {
      const on = Object.entries(options.on).map(([member, fragment]): [string, unknown] => {
        if (!isObject(fragment)) return [member, fragment];
        const ofMember = { ...fragment };
        restrictNested(ofMember, member, reader, targetOf);
        return [member, ofMember];
      });
      copy.on = Object.fromEntries(on);
    }
    return [attribute, copy];
  });
  return Object.fromEntries(restricted);
};

/** Restricts a query of any type. The snapshots of a type may be read by those who may read the type. */
const restrictNested = (query: Query, uid: string, reader: Reader, targetOf: TargetOf): void => {
  refuseHiddenFilters(query.where, uid, reader, targetOf);
  refuseHiddenFilters(query.filters, uid, reader, targetOf);
  refuseHiddenFilters(query.orderBy, uid, reader, targetOf);
  if (query.populate !== undefined) query.populate = restrictPopulate(query.populate, uid, reader, targetOf);
};

/**
 * Restricts callers of the content API to the snapshots that they may read. The permission to `find` snapshots is not enough: a
 * caller who may read the quotes of one type would see the documents of all other types.
 *
 * It works at database level, which REST and GraphQL, lists, counts, populates, filters and sorts of any depth all use. The
 * plugin's own queries are marked (`store/own-query.ts`) and not restricted.
 */
export const restrictReaders = (strapi: Core.Strapi): void => {
  const targetOf = targetsIn(strapi);
  beforeReads(strapi, async (uid, query, looking) => {
    if (isOwnQuery(query)) return;
    const reader = await readerOfRequest(strapi);
    if (!reader) return;
    restrictNested(query, uid, reader, targetOf);
    if (uid !== SNAPSHOT_UID) return;
    query.where = { $and: [query.where ?? {}, readable(strapi, reader, looking)] };
  });
};

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
 * The snapshots whose document is in front of readers now, in the same locale.
 *
 * A page looks each of its rows up, and costs no more for all that is published. A count looks at every row: a list of
 * what is published, made once, takes a seventh of as many look-ups; the indexes on both keys have all of it.
 */
const ofPublished = (strapi: Core.Strapi, uid: string, looking: Looking): Query => {
  const all = () => strapi.db.getConnection(tableNameOf(strapi, uid));
  const versions = () =>
    hasDrafts(strapi.contentType(uid as UID.ContentType)) ? all().whereNotNull('published_at') : all();
  if (looking === 'count') {
    return { relatedType: uid, relatedKey: { $in: versions().select(KEY_COLUMN) } };
  }
  // The outer query's table is not named: Strapi gives it an alias that only it knows. A type of the app's has no
  // columns of these names.
  const itself = versions()
    .select('document_id')
    .whereRaw("document_id = related_document_id and coalesce(locale, '') = coalesce(related_locale, '')");
  return { relatedType: uid, relatedDocumentId: { $in: itself } };
};

/** The snapshots that a reader may see: those of the types that it may read, and of documents that are published. */
const readable = (strapi: Core.Strapi, { types, mayReadUnpublished }: Reader, looking: Looking): Query => {
  if (mayReadUnpublished) return { relatedType: { $in: [...types] } };
  const perType = [...types].map((uid) => ofPublished(strapi, uid, looking));
  return perType.length > 0 ? { $or: perType } : NOTHING;
};

/** @throws ForbiddenError for a filter or a sort that would tell of snapshots that the reader may not see */
const refuseToLookAt = (given: unknown, uid: string, reader: Reader, targetOf: TargetOf): void => {
  if (Array.isArray(given)) given.forEach((one) => refuseToLookAt(one, uid, reader, targetOf));
  if (!isObject(given)) return;
  for (const [key, value] of Object.entries(given)) {
    const target = targetOf(uid, key);
    if (target === SNAPSHOT_UID && !reader.types.has(uid)) throw new errors.ForbiddenError();
    refuseToLookAt(value, target ?? uid, reader, targetOf);
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
    // A dynamic zone or morph relation names its targets one by one.
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

/** Restricts what a query of another type reaches of the record: a type's snapshots are for who may read the type. */
const restrictNested = (query: Query, uid: string, reader: Reader, targetOf: TargetOf): void => {
  refuseToLookAt(query.where, uid, reader, targetOf);
  refuseToLookAt(query.filters, uid, reader, targetOf);
  refuseToLookAt(query.orderBy, uid, reader, targetOf);
  if (query.populate !== undefined) query.populate = restrictPopulate(query.populate, uid, reader, targetOf);
};

/**
 * Holds callers of the content API to what they may read of the record. `find` on snapshots alone would tell whoever
 * may read the quotes of one type of the documents of every other type.
 *
 * At database level on purpose: REST and GraphQL, lists, counts, populates, filters and sorts of any depth all pass here.
 * What the plugin itself reads while it serves a request is marked as its own.
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

import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID, SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import { beforeReads } from '../strapi/database-reads';
import { targetsIn, type TargetOf } from '../strapi/tables';

const FIRST_MENTION_ORDER = [{ position: 'asc' }, { id: 'asc' }];

type Options = Record<string, unknown>;

const isOptions = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ordered = (options: unknown): unknown => {
  if (options === false) return options;
  const given = isOptions(options) ? options : {};
  return given.orderBy || given.count === true ? options : { ...given, orderBy: FIRST_MENTION_ORDER };
};

const byName = (populate: unknown): Options | undefined => {
  if (isOptions(populate)) return populate;
  if (Array.isArray(populate) && populate.includes(SNAPSHOTS_ATTRIBUTE)) {
    return Object.fromEntries(populate.map((name: string) => [name, true]));
  }
  return undefined;
};

/**
 * Sorts populated snapshots by first mention, at any depth, unless the query requests another order. The virtual relation has no
 * order of its own, and PostgreSQL may return the rows in any order.
 *
 * @param query a database query of the model `uid` (`strapi.db.query` form); its populate is changed in place
 */
export const orderPopulated = (query: Options, uid: string, targetOf: TargetOf): void => {
  const populate = byName(query.populate);
  if (!populate) return;
  query.populate = populate;
  for (const [attribute, options] of Object.entries(populate)) {
    const target = targetOf(uid, attribute);
    if (attribute === SNAPSHOTS_ATTRIBUTE && target === SNAPSHOT_UID) {
      populate[attribute] = ordered(options);
    } else if (isOptions(options)) {
      if (target) orderPopulated(options, target, targetOf);
      // A dynamic zone or morph relation names each of its target types.
      for (const [member, fragment] of Object.entries(isOptions(options.on) ? options.on : {})) {
        if (isOptions(fragment)) orderPopulated(fragment, member, targetOf);
      }
    }
  }
};

/** Sorts the snapshots in every populate. It works at database level, which each API and nested populates use. */
export const orderPopulatedSnapshots = (strapi: Core.Strapi): void => {
  const targetOf = targetsIn(strapi);
  beforeReads(strapi, (uid, query, looking) => {
    if (looking === 'find' && query.populate) orderPopulated(query, uid, targetOf);
  });
};

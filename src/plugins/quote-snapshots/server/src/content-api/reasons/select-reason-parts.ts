import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { beforeReads } from '../../strapi/database-reads';
import { targetsIn, type TargetOf } from '../../strapi/tables';

type Query = Record<string, unknown>;

/** The columns from which a reason is worded, besides `reason` itself. */
const PARTS = ['reasonCode', 'reasonParams', 'relatedLocale'];

const isQuery = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Adds these columns to every query of snapshots that selects `reason` by name, at any depth of populates.
 *
 * @param query a database query of the model `uid` (`strapi.db.query` form), changed in place
 */
export const selectReasonParts = (query: Query, uid: string, targetOf: TargetOf): void => {
  const { select, populate } = query;
  if (uid === SNAPSHOT_UID && Array.isArray(select) && select.includes('reason'))
    query.select = [...new Set<unknown>([...select, ...PARTS])];
  if (!isQuery(populate)) return;
  for (const [attribute, options] of Object.entries(populate)) {
    if (!isQuery(options)) continue;
    const target = targetOf(uid, attribute);
    if (target) selectReasonParts(options, target, targetOf);
    // A dynamic zone or morph relation names each of its target types.
    for (const [member, fragment] of Object.entries(isQuery(options.on) ? options.on : {}))
      if (isQuery(fragment)) selectReasonParts(fragment, member, targetOf);
  }
};

/**
 * Makes every query that selects a reason read the columns for its words. It works at database level, which each API and nested
 * populates use.
 */
export const readReasonParts = (strapi: Core.Strapi): void => {
  const targetOf = targetsIn(strapi);
  beforeReads(strapi, (uid, query, looking) => {
    if (looking === 'find') selectReasonParts(query, uid, targetOf);
  });
};

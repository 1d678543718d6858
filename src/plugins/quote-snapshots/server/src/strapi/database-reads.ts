import type * as Database from '@strapi/database';
import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

/** Whether rows are looked for, a page at a time, or all of them are counted. */
export type Looking = 'find' | 'count';

/** A query in the form of `strapi.db.query`. What a listener changes in it is what the database is asked. */
export type DatabaseQuery = Record<string, unknown>;

export type ReadListener = (uid: string, query: DatabaseQuery, looking: Looking) => void | Promise<void>;

/**
 * Calls a listener before every read of the database layer, nested reads excepted: a populate is part of the query that it
 * belongs to. REST, GraphQL, the content manager and code all come through here.
 *
 * Uses database lifecycles, and that a change of `event.params` reaches the query. A read is refused where the event
 * has no query that could be changed. Whether Strapi still calls the listeners for every read is seen only from outside: the
 * suites on readers' rights go through every road.
 */
export const beforeReads = (strapi: Core.Strapi, listener: ReadListener): void => {
  const before =
    (looking: Looking) =>
    async ({ model, params }: Database.Event): Promise<void> => {
      if (typeof model?.uid !== 'string' || typeof params !== 'object' || params === null)
        throw new StrapiChangedError('database lifecycles', 'a read names neither its model nor its query');
      await listener(model.uid, params as DatabaseQuery, looking);
    };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: before('find'),
    beforeFindMany: before('find'),
    beforeCount: before('count'),
  });
};

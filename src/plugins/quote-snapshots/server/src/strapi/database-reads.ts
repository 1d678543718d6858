import type * as Database from '@strapi/database';
import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

/** Whether the read finds rows, a page at a time, or counts all of them. */
export type Looking = 'find' | 'count';

/** A query in the form of `strapi.db.query`. If a listener changes it, the database gets the changed query. */
export type DatabaseQuery = Record<string, unknown>;

export type ReadListener = (uid: string, query: DatabaseQuery, looking: Looking) => void | Promise<void>;

/**
 * Calls a listener before every read of the database layer. Nested reads are excluded, because a populate is part of the query that
 * it belongs to. REST, GraphQL, the content manager and code all read through the database layer.
 *
 * Uses database lifecycles, and relies on changes of `event.params` reaching the query. A read is refused if its event has no query
 * that could be changed. Only a test can show whether Strapi still calls the listeners for every read: the suites on readers'
 * rights read through every API.
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

import type * as Database from '@strapi/database';
import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

type Data = Record<string, unknown>;

export interface WriteListener {
  /** Called with the data of each entry that is about to be created. The returned data is created instead. */
  beforeCreate(data: Data): Data;
  /** Called after an entry was updated. @param data what was written */
  afterUpdate(uid: string, id: number, data: Data): Promise<void>;
}

const dataOf = (params: Database.Event['params']): Data => {
  if (typeof params?.data === 'object' && params.data !== null) return params.data as Data;
  throw new StrapiChangedError('database lifecycles', 'a write has no data');
};

/**
 * Calls a listener for every entry of these types that the database layer writes. The document service, REST, GraphQL, the content
 * manager and data transfer all write through it.
 *
 * Uses database lifecycles, and relies on Strapi creating what `beforeCreate` puts into `event.params.data`. A write is refused if
 * its event has no data. `updateMany` calls no listener here, because Strapi never publishes with it.
 */
export const onWrites = (strapi: Core.Strapi, uids: string[], listener: WriteListener): void => {
  strapi.db.lifecycles.subscribe({
    models: uids,
    beforeCreate({ params }) {
      params.data = listener.beforeCreate(dataOf(params));
    },
    beforeCreateMany({ params }) {
      params.data = (dataOf(params) as unknown as Data[]).map((data) => listener.beforeCreate(data));
    },
    async afterUpdate({ model, params, result }) {
      await listener.afterUpdate(model.uid, (result as { id: number }).id, dataOf(params));
    },
  });
};

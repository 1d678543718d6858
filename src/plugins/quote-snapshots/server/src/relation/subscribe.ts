import type * as Database from '@strapi/database';
import type { Core } from '@strapi/strapi';
import { KEY_ATTRIBUTE, KEY_COLUMN, RECORD_ATTRIBUTE } from '../plugin-names';
import { enabledTypes } from './enabled-types';
import { orderPopulated, type TargetOf } from './order-populated';
import { relatedKey } from './related-key';

type Entry = Record<string, unknown>;
type Lifecycle = (event: Database.Event) => void | Promise<void>;

const setKey = (data: Entry): void => {
  if (typeof data.documentId !== 'string') return;
  data[KEY_ATTRIBUTE] = relatedKey(data.documentId, data.locale as string | null | undefined);
  // Publishing copies the draft, and discarding a draft copies what is published: the mark is never copied along. Only
  // the recording sets it.
  data[RECORD_ATTRIBUTE] = null;
};

/**
 * Keeps the key of every new entry right, and populated snapshots in order.
 *
 * At database level on purpose: the document service, REST, GraphQL, the content manager and data transfer all
 * pass here, nested populates included.
 */
export const subscribe = (strapi: Core.Strapi): void => {
  const { metadata } = strapi.db;
  const targetOf: TargetOf = (uid, name) => {
    const attribute = metadata.get(uid)?.attributes[name];
    return attribute && 'target' in attribute ? attribute.target : undefined;
  };
  const order: Lifecycle = ({ model, params }) => {
    if (params?.populate) orderPopulated(params as Entry, model.uid, targetOf);
  };

  strapi.db.lifecycles.subscribe({ beforeFindOne: order, beforeFindMany: order });
  strapi.db.lifecycles.subscribe({
    models: enabledTypes(strapi).map(({ uid }) => uid),
    beforeCreate: ({ params }) => setKey(params.data as Entry),
    beforeCreateMany: ({ params }) => (params.data as Entry[]).forEach(setKey),
  });
};

/** Gives their key to entries written before the type opted in, or by tools that bypass Strapi. */
export const backfillKeys = async (strapi: Core.Strapi): Promise<void> => {
  for (const { uid } of enabledTypes(strapi)) {
    const { tableName } = strapi.db.metadata.get(uid);
    const expected = "document_id || ':' || coalesce(locale, '')";
    await strapi.db
      .getConnection(tableName)
      .whereRaw(`document_id is not null and (${KEY_COLUMN} is null or ${KEY_COLUMN} <> ${expected})`)
      .update({ [KEY_COLUMN]: strapi.db.connection.raw(expected) });
  }
};

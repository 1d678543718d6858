import type * as Database from '@strapi/database';
import type { Core } from '@strapi/strapi';
import { newDocumentId } from '../store/new-document-ids';
import { KEY_ATTRIBUTE, KEY_COLUMN, RECORD_ATTRIBUTE } from '../plugin-names';
import { enabledTypes } from './enabled-types';
import { orderPopulated, type TargetOf } from '../content-api/order-populated';
import { relatedKey } from '../store/related-key';

type Entry = Record<string, unknown>;
type Lifecycle = (event: Database.Event) => void | Promise<void>;

/** The documentIds that were made here, by the data that they were made for. */
const made = new WeakMap<Entry, string>();

/**
 * The data of a new entry, with its key. Strapi leaves the documentId of a new document to the column's
 * default, which it works out after every lifecycle: the key needs it now. Data that is given twice makes two
 * documents, as ever: so it is copied, and an id that was made for it before counts for nothing.
 */
const withKey = (given: Entry): Entry => {
  const isNew = given.documentId === undefined || given.documentId === made.get(given);
  const documentId = isNew ? newDocumentId() : given.documentId;
  const locale = given.locale as string | null | undefined;
  const data = {
    ...given,
    documentId,
    [KEY_ATTRIBUTE]: typeof documentId === 'string' ? relatedKey(documentId, locale) : null,
    // Publishing copies the draft, and discarding a draft copies what is published: the mark is never copied along. Only
    // the recording sets it.
    [RECORD_ATTRIBUTE]: null,
  };
  if (isNew) made.set(data, documentId as string);
  return data;
};

/**
 * Keeps the key of every entry right, and populated snapshots in order.
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
    beforeCreate({ params }) {
      params.data = withKey(params.data as Entry);
    },
    beforeCreateMany({ params }) {
      params.data = (params.data as Entry[]).map(withKey);
    },
    // The content manager takes a documentId with an update: the entry is another document's from then on.
    async afterUpdate({ model, params, result }) {
      if (typeof (params.data as Entry).documentId !== 'string') return;
      const { id } = result as { id: number };
      const entries = strapi.db.query(model.uid);
      const { documentId, locale } = await entries.findOne({
        where: { id },
        select: ['documentId', 'locale'],
      });
      await entries.updateMany({ where: { id }, data: { [KEY_ATTRIBUTE]: relatedKey(documentId, locale) } });
    },
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

import type { Core } from '@strapi/strapi';
import { KEY_ATTRIBUTE, KEY_COLUMN, RECORD_ATTRIBUTE } from '../plugin-names';
import { onWrites } from '../strapi/database-writes';
import { enabledTypes } from '../strapi/enabled-types';
import { tableNameOf } from '../strapi/tables';
import { relatedKey } from './related-key';
import { newDocumentId } from './new-document-ids';

type Entry = Record<string, unknown>;

/** The documentIds that were created here, by the data for which they were created. */
const made = new WeakMap<Entry, string>();

/**
 * The data of a new entry, with its key. The key needs the documentId, but Strapi creates that of a new document as a column
 * default, after every lifecycle. Data that is created twice makes two documents. So it is copied, and an id that was created for
 * it before is not used again.
 */
const withKey = (given: Entry): Entry => {
  const isNew = given.documentId === undefined || given.documentId === made.get(given);
  const documentId = isNew ? newDocumentId() : given.documentId;
  const locale = given.locale as string | null | undefined;
  const data = {
    ...given,
    documentId,
    [KEY_ATTRIBUTE]: typeof documentId === 'string' ? relatedKey(documentId, locale) : null,
    // Publishing copies the draft, and discarding a draft copies the published entry. The mark must not be copied, because only the
    // recording of a publication sets it.
    [RECORD_ATTRIBUTE]: null,
  };
  if (isNew) made.set(data, documentId as string);
  return data;
};

/** Keeps the key of every entry of the types that opted in, whatever code writes it. */
export const keepEntryKeys = (strapi: Core.Strapi): void => {
  onWrites(
    strapi,
    enabledTypes(strapi).map(({ uid }) => uid),
    {
      beforeCreate: withKey,
      // The content manager accepts a documentId in an update. From then on the entry belongs to another document.
      async afterUpdate(uid, id, data) {
        if (typeof data.documentId !== 'string') return;
        const entries = strapi.db.query(uid);
        const { documentId, locale } = await entries.findOne({
          where: { id },
          select: ['documentId', 'locale'],
        });
        await entries.updateMany({
          where: { id },
          data: { [KEY_ATTRIBUTE]: relatedKey(documentId, locale) },
        });
      },
    },
  );
};

/** Sets the key of entries that were written before their type opted in, or without Strapi. */
export const fillEntryKeys = async (strapi: Core.Strapi): Promise<void> => {
  const expected = "document_id || ':' || coalesce(locale, '')";
  for (const { uid } of enabledTypes(strapi)) {
    await strapi.db
      .getConnection(tableNameOf(strapi, uid))
      .whereRaw(`document_id is not null and (${KEY_COLUMN} is null or ${KEY_COLUMN} <> ${expected})`)
      .update({ [KEY_COLUMN]: strapi.db.connection.raw(expected) });
  }
};

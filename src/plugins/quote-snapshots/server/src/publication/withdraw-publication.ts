import type { Core, Struct } from '@strapi/strapi';
import { codedReason } from '../reasons/reason';
import { relatedKey } from '../store/related-key';
import { retirePublications } from '../store/statements/retire-snapshots';
import { setSnapshotsAside } from '../store/statements/set-snapshots-aside';
import { tableIn, type Transaction } from '../store/transaction';
import type { DocumentCall, NextMiddleware } from './document-call';
import { tableNameOf } from '../strapi/tables';

const findLocales = async (
  strapi: Core.Strapi,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  documentId: string,
  { published }: { published: boolean },
): Promise<(string | null)[]> => {
  const versions = tableIn(strapi, trx, tableNameOf(strapi, model.uid))
    .distinct('locale')
    .where('document_id', documentId);
  const rows: { locale: string | null }[] = await (published
    ? versions.whereNotNull('published_at')
    : versions);
  return rows.map(({ locale }) => locale);
};

/**
 * Deletes or unpublishes a document, and makes its snapshots not `current` in the same transaction. After a deletion this is final.
 * After an unpublication it lasts until the document is published again.
 *
 * The locales that have gone are read from the table before and after the call. The answer of the document service does not contain
 * the locale if the caller asked for other fields.
 */
export const withdrawPublication = (
  strapi: Core.Strapi,
  { action, params }: DocumentCall,
  next: NextMiddleware,
  model: Struct.ContentTypeSchema,
): Promise<unknown> =>
  strapi.db.transaction(async ({ trx }) => {
    const { documentId } = params as { documentId: string };
    const deleting = action === 'delete';
    const locales = () => findLocales(strapi, trx, model, documentId, { published: !deleting });
    const before = await locales();
    const answer = await next();
    const after = new Set(await locales());
    const gone = before
      .filter((locale) => !after.has(locale))
      .map((locale) => relatedKey(documentId, locale));
    if (gone.length === 0) return answer;
    if (deleting) {
      await retirePublications(strapi, trx, model.uid, gone, codedReason('deleted'));
    } else {
      await setSnapshotsAside(strapi, trx, model.uid, gone, codedReason('unpublished'));
    }
    return answer;
  });

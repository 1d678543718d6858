import type { Core, Modules, Struct } from '@strapi/strapi';
import { relatedKey } from '../store/related-key';
import type { SnapshotStore } from '../store/snapshot-store';
import { tableIn, type Transaction } from '../store/transaction';
import { tableNameOf } from '../strapi/tables';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

/**
 * Takes the snapshots of what leaves readers out of `current`, in the transaction in which it leaves: for good where a
 * document is deleted; until it is published again where it is unpublished.
 *
 * What has left is read from the table, before and after: an answer of the document service names no locale where the
 * caller has asked for other fields.
 */
export const createPublicationWithdrawal = ({
  strapi,
  store,
}: {
  strapi: Core.Strapi;
  store: SnapshotStore;
}) => {
  const localesOf = async (
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

  return (
    context: Context,
    next: () => Promise<unknown>,
    model: Struct.ContentTypeSchema,
  ): Promise<unknown> =>
    strapi.db.transaction(async ({ trx }) => {
      const { documentId } = context.params as { documentId: string };
      const deleting = context.action === 'delete';
      const locales = () => localesOf(trx, model, documentId, { published: !deleting });
      const before = await locales();
      const result = await next();
      const after = new Set(await locales());
      const gone = before
        .filter((locale) => !after.has(locale))
        .map((locale) => relatedKey(documentId, locale));
      if (gone.length === 0) return result;
      const [act, done] = deleting ? [store.retireDocument, 'deleted'] : [store.setAside, 'unpublished'];
      await act.call(store, trx, model.uid, gone, `The document was ${done} before this quote was captured.`);
      return result;
    });
};

export type PublicationWithdrawal = ReturnType<typeof createPublicationWithdrawal>;

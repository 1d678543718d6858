import type { Core, Struct } from '@strapi/strapi';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { linkAttributes } from '../publication/read-published-entries';

/**
 * The documentIds of the tickers that a form links: the saved ones, with the editor's changes.
 *
 * @param documentId absent if the document was never saved
 */
export const linksFromForm = async (
  strapi: Core.Strapi,
  directory: TickerDirectory,
  model: Struct.ContentTypeSchema,
  { documentId, locale }: { documentId: string | undefined; locale: string | null },
  { connect, disconnect }: { connect: readonly string[]; disconnect: readonly string[] },
): Promise<string[]> => {
  const { tickers } = linkAttributes(model, directory);
  if (!tickers) return [];
  const saved: Record<string, unknown> | null = documentId
    ? await strapi.documents(model.uid).findOne({
        documentId,
        ...(locale ? { locale } : {}),
        status: 'draft',
        fields: ['documentId'],
        populate: { [tickers]: { fields: ['documentId'] } },
      })
    : null;
  const links = saved?.[tickers];
  const linked = (Array.isArray(links) ? links : links ? [links] : []) as { documentId: string }[];
  return [...new Set([...linked.map((ticker) => ticker.documentId), ...connect])].filter(
    (id) => !disconnect.includes(id),
  );
};

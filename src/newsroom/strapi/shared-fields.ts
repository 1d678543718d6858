import type { Core } from '@strapi/strapi';

type Data = Record<string, unknown>;

interface LocalizedTypes {
  getNestedPopulateOfNonLocalizedAttributes(uid: string): unknown;
  fillNonLocalizedAttributes(entry: Data, source: Data, options: { model: string }): void;
}

/**
 * The data with which a new locale of a document is written: the sent data, and the shared fields of an existing version that were
 * not sent.
 *
 * Leans on: the i18n plugin's service `content-types`, and on Strapi using the version that comes first in this order. Fails
 * closed: without the service the publication is refused with an error. Noticed by the suite of rules, which publishes a new locale
 * whose shared field breaks a rule.
 *
 * @returns undefined if the document does not exist
 */
export const withSharedFields = async (
  strapi: Core.Strapi,
  uid: 'api::article.article',
  documentId: string,
  data: Data,
): Promise<Data | undefined> => {
  const types: LocalizedTypes = strapi.plugin('i18n').service('content-types');
  const existing: Data | null = await strapi.db.query(uid).findOne({
    where: { documentId },
    orderBy: { publishedAt: 'desc' },
    populate: types.getNestedPopulateOfNonLocalizedAttributes(uid),
  });
  if (!existing) return undefined;
  const filled = { ...data };
  types.fillNonLocalizedAttributes(filled, existing, { model: uid });
  return filled;
};

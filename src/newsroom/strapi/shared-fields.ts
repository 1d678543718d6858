import type { Core } from '@strapi/strapi';

type Data = Record<string, unknown>;

interface LocalizedTypes {
  getNestedPopulateOfNonLocalizedAttributes(uid: string): unknown;
  fillNonLocalizedAttributes(entry: Data, source: Data, options: { model: string }): void;
}

/**
 * What a new locale of a document is written with: the data that is sent, and the shared fields of a version that there
 * is, where none are sent.
 *
 * Leans on: the i18n plugin's service `content-types`, and on Strapi taking the version that this order finds first.
 * Fails closed: without the service the publication is refused with an error. Noticed: the suite of rules, which
 * publishes a new locale whose shared field breaks a rule.
 *
 * @returns undefined where the document does not exist
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

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readLocales } from '../strapi/locales';
import { permissionChecker } from '../strapi/permission-checker';
import { markdownToBlocks } from '../text/markdown-to-blocks';
import { ARTICLE } from '../type-names';
import { noSuchArticle, type ToolCaller } from './tool-caller';

/** An article as an agent sends it. Absent fields are not changed. */
export interface WrittenArticle {
  documentId?: string | undefined;
  locale?: string | undefined;
  title?: string | undefined;
  markdown?: string | undefined;
  summary?: string | undefined;
  kind?: 'news' | 'analysis' | 'opinion' | 'press-release' | undefined;
  byline?: string | undefined;
}

/** The given fields as attributes. */
const attributesOf = ({ title, markdown, summary, kind, byline }: WrittenArticle): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({
      title,
      summary,
      kind,
      byline,
      body: markdown === undefined ? undefined : markdownToBlocks(markdown),
    }).filter(([, value]) => value !== undefined),
  );

const requireFields = (data: object, may: (field: string) => boolean): void => {
  const refused = Object.keys(data).filter((field) => !may(field));
  if (refused.length > 0) {
    throw new errors.PolicyError(`You may not write ${refused.join(', ')} of this article.`);
  }
};

const createDraft = async (
  strapi: Core.Strapi,
  { ability, user }: ToolCaller,
  locale: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const may = permissionChecker(strapi, ability, ARTICLE);
  // The entry that would be created, for the conditions of the permission.
  const planned = { locale, createdBy: user };
  if (may.cannot.create(planned)) {
    throw new errors.PolicyError(`You may not write articles in "${locale}".`);
  }
  if (typeof data.title !== 'string') throw new errors.ValidationError('A new article needs a title.');
  requireFields(data, (field) => may.can.create(planned, field));
  const { documentId } = await strapi.documents(ARTICLE).create({
    data: { ...data, createdBy: user.id, updatedBy: user.id } as never,
    locale,
    status: 'draft',
  });
  return documentId;
};

const updateDraft = async (
  strapi: Core.Strapi,
  { ability, user }: ToolCaller,
  { documentId, locale }: { documentId: string; locale: string },
  data: Record<string, unknown>,
): Promise<void> => {
  const may = permissionChecker(strapi, ability, ARTICLE);
  const draft: object | null = await strapi.db.query(ARTICLE).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { createdBy: { populate: ['roles'] } },
  });
  if (!draft || may.cannot.update(draft)) throw noSuchArticle(documentId, locale, 'change');
  requireFields(data, (field) => may.can.update(draft, field));
  await strapi.documents(ARTICLE).update({
    documentId,
    locale,
    data: { ...data, updatedBy: user.id } as never,
    status: 'draft',
  });
};

/**
 * Writes an article into a new draft or into the draft of an existing article. It never publishes. A translation must be started in
 * the admin UI, because its first version writes fields that all languages share.
 *
 * @returns the draft's documentId and locale, and the attributes that were written
 * @throws PolicyError or NotFoundError if the caller may not write; ValidationError if Strapi refuses a value
 */
export const writeArticle = async (
  strapi: Core.Strapi,
  caller: ToolCaller,
  article: WrittenArticle,
): Promise<{ documentId: string; locale: string; written: string[] }> => {
  const locales = await readLocales(strapi);
  const locale = article.locale ?? locales.default;
  // The document service would accept any text as a locale.
  if (!locales.all.includes(locale)) {
    throw new errors.ValidationError(`locale is "${locale}": the newsroom has ${locales.all.join(', ')}.`);
  }
  const data = attributesOf(article);
  const { documentId } = article;
  if (documentId === undefined) {
    return {
      documentId: await createDraft(strapi, caller, locale, data),
      locale,
      written: Object.keys(data),
    };
  }
  await updateDraft(strapi, caller, { documentId, locale }, data);
  return { documentId, locale, written: Object.keys(data) };
};

import type { Core, Modules } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { defaultLocale } from '../strapi/default-locale';

interface PermissionChecker {
  can: { update(entity?: object): boolean };
  sanitizedQuery: { update(query: object): Promise<object> };
}

interface ContentManager {
  permissions: { create(of: { userAbility: object; model: string }): PermissionChecker };
  populates: (uid: string) => { populateFromQuery(query: object): { build(): Promise<object> } };
  documents: { findLocales(id: string, uid: string, options: { populate: object }): Promise<object[]> };
}

const contentManager = (strapi: Core.Strapi): ContentManager => {
  const service = strapi.plugin('content-manager').service;
  return {
    permissions: service('permission-checker'),
    populates: service('populate-builder'),
    documents: service('document-manager'),
  };
};

/** What Strapi notes on a request to the admin API, and on one to its MCP server. */
interface RequestState {
  userAbility?: object;
  auditSource?: string;
}

/** Whether an update of a document makes a version in a locale that it did not have. */
const makesLocale = async (
  strapi: Core.Strapi,
  uid: Parameters<Core.Strapi['contentType']>[0],
  { documentId, locale }: { documentId: string; locale?: unknown },
): Promise<boolean> => {
  const { isLocalizedContentType } = strapi.plugin('i18n').service('content-types');
  const model = strapi.contentType(uid);
  if (!isLocalizedContentType(model)) return false;
  const drafts = contentTypes.hasDraftAndPublish(model) ? { publishedAt: null } : {};
  const wanted: unknown = locale || (await defaultLocale(strapi));
  const versions = await strapi.db.query(uid).count({ where: { documentId, locale: wanted, ...drafts } });
  return versions === 0;
};

/**
 * A new locale of a document takes part in its shared fields, and writes them in all locales. Strapi asks for the right
 * to create, which a reporter has for articles of their own; here the right to update a version that there is is asked
 * for too, with its conditions.
 *
 * Only requests to the admin API have rights with conditions, and those of MCP, which keeps them to itself: there no new
 * locale is made. Code has none, nor have tokens of the content API.
 */
export const guardNewLocales =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { userAbility, auditSource } = (strapi.requestContext.get()?.state ?? {}) as RequestState;
    const hasConditions = userAbility !== undefined || auditSource === 'mcp';
    if (!hasConditions || context.action !== 'update') return next();
    const params = context.params as { documentId: string; locale?: unknown };
    if (!(await makesLocale(strapi, context.uid, params))) return next();
    if (userAbility === undefined) {
      throw new errors.PolicyError('A translation is begun in the admin UI, not over MCP.');
    }

    const { permissions, populates, documents } = contentManager(strapi);
    const checker = permissions.create({ userAbility, model: context.uid });
    const query = await checker.sanitizedQuery.update({});
    const populate = await populates(context.uid).populateFromQuery(query).build();
    const versions = await documents.findLocales(params.documentId, context.uid, { populate });
    if (versions.length > 0 && !versions.some((version) => checker.can.update(version))) {
      throw new errors.PolicyError(
        'A translation shares fields with the other languages: it needs the right to change one of them.',
      );
    }
    return next();
  };

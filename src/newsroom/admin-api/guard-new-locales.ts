import type { Core, Modules } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { defaultLocale } from '../strapi/locales';

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

/** What Strapi stores in `ctx.state`: the rights of a user of the admin UI, and the source of an MCP request. */
interface RequestState {
  userAbility?: object;
  auditSource?: string;
}

/** Whether an update adds a locale to a document. */
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
 * Adding a locale to a document writes the fields that all its locales share. Strapi requires the permission to create, which a
 * reporter has. This guard also requires the permission to update an existing version, including its conditions.
 *
 * Permissions with conditions exist in the admin API and over MCP. Strapi's MCP server does not say who the caller is, so no locale
 * can be added there.
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
        refusalDetails('translationNeedsRight'),
      );
    }
    return next();
  };

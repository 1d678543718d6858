import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { checkRules, type RuleLevels } from '../rules/rules';
import { ARTICLE } from '../type-names';
import { createFactsReader, readArticleEntries } from './article-facts';

interface PermissionChecker {
  cannot: { read(entity: object): boolean };
}

const query = z.strictObject({ locale: z.string().min(2).max(35).optional() });

/**
 * `GET /newsroom/publication-checks/:documentId?locale=es`, for the admin UI: what the rules say of the saved draft,
 * and which disclaimers publishing it now would give it.
 */
const publicationChecks =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = query.safeParse(ctx.query);
    if (!given.success) {
      throw new errors.ValidationError('Only "locale" may be given, once, as es.');
    }
    const { documentId } = ctx.params as { documentId: string };
    const locale: string =
      given.data.locale ?? (await strapi.plugin('i18n').service('locales').getDefaultLocale());
    const draft: { id: number } | null = await strapi.db
      .query(ARTICLE)
      .findOne({ where: { documentId, locale, publishedAt: null }, populate: ['createdBy'] });
    if (!draft) throw new errors.NotFoundError(`There is no article ${documentId} in "${locale}".`);
    const permissions: PermissionChecker = strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model: ARTICLE });
    if (permissions.cannot.read(draft)) throw new errors.ForbiddenError();

    const [entry] = await readArticleEntries(strapi, [draft.id]);
    if (!entry) throw new errors.NotFoundError();
    const facts = await (await createFactsReader(strapi))(entry);
    const disclaimers = facts.disclaimers.map(({ key, name, appliesTo, published }) => ({
      key,
      name,
      appliesTo,
      language: published?.locale ?? null,
      text: published?.text ?? null,
    }));
    const findings = checkRules(facts, strapi.config.get<RuleLevels>('newsroom.rules'));
    ctx.body = { data: { findings, disclaimers } };
  };

/** Adds the route, for whoever is signed in to the admin UI and may read the article. */
export const addPublicationChecks = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'GET',
        path: '/publication-checks/:documentId',
        handler: publicationChecks(strapi),
        info: { pluginName: 'admin', type: 'admin' },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
};

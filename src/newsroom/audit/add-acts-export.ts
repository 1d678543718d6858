import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE_ACT } from '../type-names';
import { actsCsv, type ExportedAct } from './acts-csv';

/** `GET /newsroom/articles/:documentId/acts.csv`: the list of acts of one article, in all its locales, oldest first. */
const exportActs =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    if (permissionChecker(strapi, ctx.state.userAbility, ARTICLE_ACT).cannot.read()) {
      throw new errors.PolicyError('Your role may not read the list of acts.');
    }
    const { documentId } = ctx.params as { documentId: string };
    const acts: ExportedAct[] = await strapi.db
      .query(ARTICLE_ACT)
      .findMany({ where: { articleDocumentId: documentId }, orderBy: { id: 'asc' } });
    ctx.set('Cache-Control', 'no-store');
    ctx.attachment('acts.csv');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = actsCsv(acts);
  };

/** Adds the route, for whoever may read the list. To be called before routes are mounted. */
export const addActsExport = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'GET',
        path: '/articles/:documentId/acts.csv',
        handler: exportActs(strapi),
        info: { pluginName: 'admin', type: 'admin' as const },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
};

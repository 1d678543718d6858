import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { permissionChecker } from '../strapi/permission-checker';
import { toDatabaseQuery } from '../strapi/query-params';
import { ARTICLE, ARTICLE_ACT } from '../type-names';
import type { Query } from '../visibility/visibility';
import { actsCsvHeader, actsCsvLines } from './acts-csv';
import { readableActs } from './readable-acts';

/** How many lines are read at once. An article may have been scheduled and moved for years. */
const LINES_AT_ONCE = 500;

interface Line {
  id: number;
  [attribute: string]: unknown;
}

/** The matching lines, oldest first, in pieces, so that a long list is never in memory as a whole. */
async function* everyLine(strapi: Core.Strapi, where: Query): AsyncGenerator<Line[]> {
  for (let last = 0; ; ) {
    const lines: Line[] = await strapi.db.query(ARTICLE_ACT).findMany({
      where: { $and: [where, { id: { $gt: last } }] },
      orderBy: { id: 'asc' },
      limit: LINES_AT_ONCE,
    });
    if (lines.length > 0) yield lines;
    if (lines.length < LINES_AT_ONCE) return;
    last = lines.at(-1)?.id ?? last;
  }
}

/**
 * `GET /newsroom/articles/:documentId/acts.csv`: the list of acts of one article, in all its locales, oldest first, with the lines
 * and fields that the caller may read. It is sent while it is read.
 */
const exportActs =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const { userAbility } = ctx.state as { userAbility: unknown };
    const may = permissionChecker(strapi, userAbility, ARTICLE_ACT);
    if (may.cannot.read()) throw new errors.PolicyError('Your role may not read the list of acts.');
    if (permissionChecker(strapi, userAbility, ARTICLE).cannot.read()) {
      throw new errors.PolicyError('Your role may not read articles.');
    }
    const { documentId } = ctx.params as { documentId: string };
    const permitted = toDatabaseQuery(strapi, ARTICLE_ACT, await may.sanitizedQuery.read({})).where ?? {};
    const where = {
      // The article is a condition in addition to the permission's own. Strapi would drop a filter on a field that the role may not
      // read.
      $and: [{ articleDocumentId: documentId }, permitted, await readableActs(strapi, userAbility)],
    };
    const csv = async function* () {
      yield actsCsvHeader();
      for await (const lines of everyLine(strapi, where)) {
        yield actsCsvLines(await Promise.all(lines.map((line) => may.sanitizeOutput(line))));
      }
    };
    ctx.set('Cache-Control', 'no-store');
    ctx.attachment('acts.csv');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = Readable.from(csv());
  };

/** Adds the route, for users who may read the list. Must be called before routes are mounted. */
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

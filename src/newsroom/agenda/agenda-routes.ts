import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { databaseTime } from '../clock/database-time';
import { readInstant } from '../schedule/read-instant';
import type { Span } from './agenda-entry';
import { newsroomMarket } from './article-market';
import { readAgenda } from './read-agenda';
import { readAttention } from './read-attention';

/** Two months, and the days before and after them that a calendar shows. */
const LONGEST_MS = 75 * 86_400_000;

const query = z.strictObject({
  from: z.string().max(40),
  to: z.string().max(40),
  locale: z.string().min(2).max(35).optional(),
});

/** @throws ValidationError that names the parameter, its value and what to give */
const readSpan = (given: { from: string; to: string }): Span => {
  const from = readInstant('from', given.from);
  const to = readInstant('to', given.to);
  if (!from || !to) throw new errors.ValidationError('Give "from" and "to", each an instant with its zone.');
  const length = to.getTime() - from.getTime();
  if (length <= 0 || length > LONGEST_MS) {
    throw new errors.ValidationError(
      `to is "${given.to}": give an instant after "from" (${given.from}), at most 75 days later.`,
    );
  }
  return { from, to };
};

/** `GET /newsroom/schedule?from=&to=&locale=`: the schedule for a span of time. */
const showAgenda =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = query.safeParse(ctx.query);
    if (!given.success) {
      throw new errors.ValidationError(
        `Give "from" and "to", each once, as 2026-11-27T00:00:00Z, and "locale" if you want one. ${z.prettifyError(given.error)}`,
      );
    }
    const now = await databaseTime(strapi);
    const { entries, isCutOff } = await readAgenda(strapi, ctx.state.userAbility, {
      span: readSpan(given.data),
      locale: given.data.locale,
      now,
    });
    ctx.set('Cache-Control', 'no-store');
    ctx.body = {
      data: entries,
      meta: { now: now.toISOString(), market: newsroomMarket(strapi), isCutOff },
    };
  };

/** `GET /newsroom/schedule/attention`: the articles that are held back, late, next and under embargo. */
const showAttention =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const now = await databaseTime(strapi);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = {
      data: await readAttention(strapi, ctx.state.userAbility, now),
      meta: { now: now.toISOString(), market: newsroomMarket(strapi) },
    };
  };

/** Adds the routes, for users who may read articles in the content manager. Must be called before routes are mounted. */
export const addAgendaRoutes = (strapi: Core.Strapi): void => {
  const route = (path: string, handler: Core.MiddlewareHandler) => ({
    method: 'GET' as const,
    path,
    handler,
    info: { pluginName: 'admin', type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [route('/schedule', showAgenda(strapi)), route('/schedule/attention', showAttention(strapi))],
  });
};

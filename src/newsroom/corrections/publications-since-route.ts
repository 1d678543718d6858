import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { publicationsSince } from './publications-since';

const query = z.strictObject({ since: z.iso.datetime({ offset: true }) });

/** `GET /newsroom/publications?since=2026-11-28T05:00:00Z`: what the caller may read of what was published since then. */
const listPublications =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = query.safeParse(ctx.query);
    if (!given.success) {
      throw new errors.ValidationError('Give "since", an instant as 2026-11-28T05:00:00Z, and nothing else.');
    }
    const { publications, more } = await publicationsSince(
      strapi,
      ctx.state.userAbility,
      new Date(given.data.since),
    );
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: publications, meta: { more } };
  };

/** Adds the route, for everybody who is signed in to the admin UI. Must be called before routes are mounted. */
export const addPublicationsSinceRoute = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'GET',
        path: '/publications',
        handler: listPublications(strapi),
        info: { pluginName: 'admin', type: 'admin' as const },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
};

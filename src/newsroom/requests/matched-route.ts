import type { Core } from '@strapi/strapi';
import type { RateLimits } from './request-environment';

/** The route that the router chose for a request, as Strapi stores it in `ctx.state.route`. */
export interface MatchedRoute {
  method?: string;
  path?: string;
  handler?: unknown;
  config?: { auth?: false | { scope?: string[] }; multipart?: boolean };
  info?: { type?: string; pluginName?: string };
}

/** Controllers that accept a password or send a mail, by plugin. */
const SIGN_IN: Readonly<Record<string, string>> = { admin: 'authentication.', 'users-permissions': 'auth.' };

/** Whether the route's path is a pattern for files, such as those of the admin UI. */
const isPattern = (path = ''): boolean => /[(*]/.test(path);

/**
 * Classifies a request by the route that the router matched, never by its address: the router also matches `/API/articles` and
 * `/graphql/`.
 */
export const createRouteClassifier = (strapi: Core.Strapi) => {
  const endpoint = strapi.plugin('graphql')?.config<string>('endpoint');
  /** GraphQL's endpoint, before its handler passes the request on as one of the content API. */
  const isGraphqlEntrance = ({ path, info }: MatchedRoute): boolean =>
    path !== undefined && path === endpoint && info?.type === 'api';

  return {
    isGraphqlEntrance,

    /** The rate limit of a route. Undefined for the admin API, which requires a session, and for static files. */
    limitOf(route: MatchedRoute): keyof RateLimits | undefined {
      const { handler, info, path } = route;
      const signIn = SIGN_IN[info?.pluginName ?? ''];
      if (signIn && typeof handler === 'string' && handler.startsWith(signIn)) return 'signIn';
      if (info?.type === 'content-api') return 'public';
      // The newsroom's own pages and feeds.
      return info?.type === 'api' && !isPattern(path) && !isGraphqlEntrance(route) ? 'public' : undefined;
    },

    /**
     * Whether a route accepts forms with files: those of the upload plugin, and the project's own routes with `config: { multipart:
     * true }`.
     */
    acceptsFiles: ({ config, info }: MatchedRoute): boolean =>
      info?.pluginName === 'upload' || config?.multipart === true,
  };
};

export type RouteClassifier = ReturnType<typeof createRouteClassifier>;

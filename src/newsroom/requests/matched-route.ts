import type { Core } from '@strapi/strapi';
import type { RateLimits } from './request-environment';

/** The route that the router chose for a request, as Strapi notes it in `ctx.state.route`. */
export interface MatchedRoute {
  method?: string;
  path?: string;
  handler?: unknown;
  config?: { auth?: false | { scope?: string[] }; multipart?: boolean };
  info?: { type?: string; pluginName?: string };
}

/** What takes a password or sends a mail, by plugin and controller. */
const SIGN_IN: Readonly<Record<string, string>> = { admin: 'authentication.', 'users-permissions': 'auth.' };

/** Whether the route serves files by a pattern, as the admin UI's own files are served. */
const isPattern = (path = ''): boolean => /[(*]/.test(path);

/**
 * Looks at the route and never at the request's own spelling: the router takes `/API/articles`, `/graphql/` and more
 * for what it serves as `/api/articles` and `/graphql`.
 */
export const createRouteClassifier = (strapi: Core.Strapi) => {
  const endpoint = strapi.plugin('graphql')?.config<string>('endpoint');
  /** GraphQL's endpoint, before its handler takes the request for one of the content API. */
  const isGraphqlEntrance = ({ path, info }: MatchedRoute): boolean =>
    path !== undefined && path === endpoint && info?.type === 'api';

  return {
    isGraphqlEntrance,

    /** Which limit counts requests of this route; none for the admin API, which asks who is there, and for files. */
    limitOf(route: MatchedRoute): keyof RateLimits | undefined {
      const { handler, info, path } = route;
      const signIn = SIGN_IN[info?.pluginName ?? ''];
      if (signIn && typeof handler === 'string' && handler.startsWith(signIn)) return 'signIn';
      if (info?.type === 'content-api') return 'public';
      // Pages and feeds of the newsroom's own.
      return info?.type === 'api' && !isPattern(path) && !isGraphqlEntrance(route) ? 'public' : undefined;
    },

    /**
     * Whether a form with files makes sense here: on the upload plugin's routes, and on one of this project's that says
     * `config: { multipart: true }`.
     */
    acceptsFiles: ({ config, info }: MatchedRoute): boolean =>
      info?.pluginName === 'upload' || config?.multipart === true,
  };
};

export type RouteClassifier = ReturnType<typeof createRouteClassifier>;

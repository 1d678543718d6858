import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { READ_DRAFTS } from '../access/tokens';

/** The request that is being answered, as far as drafts are concerned. */
export interface ReadingRequest {
  method: string;
  path: string;
  state: {
    auth?: unknown;
    route?: { info?: { type?: string } };
    /** Set by {@link tellOperation}. */
    graphqlOperation?: string;
  };
}

/** Whether a request only reads, over the content API. One that writes has to see the drafts that it writes. */
export const isContentApiRead = (ctx: ReadingRequest, graphqlEndpoint: string): boolean => {
  if (ctx.state.route?.info?.type !== 'content-api') return false;
  if (ctx.path === graphqlEndpoint) return ctx.state.graphqlOperation !== 'mutation';
  return ctx.method === 'GET' || ctx.method === 'HEAD';
};

/** Whether who asks has the right to drafts; asked once a request. */
export const createDraftsRight = (strapi: Core.Strapi) => {
  const rights = new WeakMap<object, Promise<boolean>>();
  const ask = async (auth: unknown): Promise<boolean> => {
    try {
      await strapi.get('auth').verify(auth, { scope: [READ_DRAFTS] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
      throw error;
    }
  };
  return (ctx: ReadingRequest): Promise<boolean> => {
    const right = rights.get(ctx) ?? ask(ctx.state.auth);
    rights.set(ctx, right);
    return right;
  };
};

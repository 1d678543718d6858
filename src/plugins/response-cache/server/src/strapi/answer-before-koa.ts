import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';

/** Answers a request. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/**
 * Has requests answered before Koa sees them: what Koa and the middlewares before the router do alone takes longer than a
 * hit.
 *
 * Leans on Strapi's server asking its Koa app for `callback()` at the first request.
 *
 * @param answer is given what Strapi would do
 * @param mounted is called once, when everything is in place
 */
export const answerBeforeKoa = (
  strapi: Core.Strapi,
  answer: (req: IncomingMessage, res: ServerResponse, stock: Handler) => unknown,
  mounted: () => void,
): void => {
  const { app } = strapi.server;
  const callback = app.callback.bind(app);
  app.callback = () => {
    const stock = callback() as Handler;
    mounted();
    return (async (req: IncomingMessage, res: ServerResponse) => {
      await answer(req, res, stock);
    }) as ReturnType<typeof callback>;
  };
};

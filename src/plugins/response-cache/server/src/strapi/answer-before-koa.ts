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
 * Where the answer fails, Strapi answers, or the connection is closed where an answer had begun: nobody waits for what is
 * thrown here, and it would end the process.
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
      let isStrapis = false;
      try {
        await answer(req, res, (...given) => {
          isStrapis = true;
          return stock(...given);
        });
      } catch (error) {
        strapi.log.error(
          `response-cache: ${req.method} ${req.url?.split('?')[0]} was not answered from the cache: ${String(error)}`,
        );
        if (!isStrapis && !res.headersSent) await stock(req, res);
        else if (!res.writableEnded) res.destroy();
      }
    }) as ReturnType<typeof callback>;
  };
};

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';

/** Answers a request. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/**
 * Answers requests before Koa sees them. Koa and the middlewares before the router take longer than a whole hit.
 *
 * Relies on Strapi's server calling `callback()` of its Koa app at the first request.
 *
 * If the answer fails, Strapi answers; if an answer had already begun, the connection is closed. Nothing awaits this function, so
 * an error thrown here would end the process.
 *
 * @param answer gets Strapi's own handler
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

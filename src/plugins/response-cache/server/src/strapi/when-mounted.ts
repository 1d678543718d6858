import type { Core } from '@strapi/strapi';

/**
 * Calls a function once Strapi and the app are in place, which means that every plugin and the app have run their `bootstrap`, and
 * all global middlewares are there.
 *
 * Relies on Strapi mounting its routers last, just before it listens.
 */
export const whenMounted = (strapi: Core.Strapi, act: () => void): void => {
  const { server } = strapi;
  const mount = server.mount.bind(server);
  server.mount = () => {
    const mounted = mount();
    act();
    return mounted;
  };
};

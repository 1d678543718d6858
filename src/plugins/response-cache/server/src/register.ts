import type { Core } from '@strapi/strapi';
import { configuration } from './config/configuration';
import { stateOf } from './plugin-state';
import { requireDeclared } from './require-declared';
import { handleRequest } from './serve/handle-request';
import { answerBeforeKoa } from './strapi/answer-before-koa';
import { watchGlobalMiddlewares } from './strapi/global-middlewares';
import { watchExtensions } from './strapi/graphql-fields';
import { watchOperations } from './strapi/watch-operations';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  if (!configuration(strapi).enabled) return;
  const state = stateOf(strapi);
  state.middlewares = watchGlobalMiddlewares(strapi);
  if (strapi.plugin('graphql')) {
    state.extensions = watchExtensions(strapi);
    watchOperations(strapi, state.recordings, () => state.mayStore);
  }
  answerBeforeKoa(
    strapi,
    (req, res, stock) => (state.cache ? handleRequest(state.cache, req, res, stock) : stock(req, res)),
    // By now all plugins and the app have added their middlewares.
    () => state.cache && requireDeclared(state.cache, state.middlewares()),
  );
};

import type { Core } from '@strapi/strapi';
import { readConfiguration } from './config/configuration';
import { startsOf } from './keys/request-key';
import { stateOf } from './plugin-state';
import { releaseColumnsBeforeSync } from './release-columns';
import { requireDeclared } from './require-declared';
import { handleRequest } from './serve/handle-request';
import { answerBeforeKoa } from './strapi/answer-before-koa';
import { watchGlobalMiddlewares } from './strapi/global-middlewares';
import { registeredStrategies } from './strapi/strategies';
import { noteNestedRequest } from './strapi/nested-requests';
import { whenMounted } from './strapi/when-mounted';
import { watchLateTables } from './watch-late-tables';
import { watchSchema } from './strapi/graphql-schema';
import { watchOperations } from './strapi/watch-operations';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  // This also runs if the cache is switched off. Then the triggers are removed once the schema is up to date.
  releaseColumnsBeforeSync(strapi);
  if (!readConfiguration(strapi).enabled) return;
  const state = stateOf(strapi);
  state.strategies = registeredStrategies(strapi);
  state.middlewares = watchGlobalMiddlewares(strapi, () =>
    state.cache ? startsOf(state.cache.endpoints) : [],
  );
  if (strapi.plugin('graphql')) {
    state.graphql = watchSchema(strapi);
    watchOperations(strapi, state.recordings, state.graphql, () => state.storableFields);
  }
  const check = (): void => {
    if (state.cache) requireDeclared(state.cache, state.middlewares.names());
  };
  whenMounted(strapi, () => {
    check();
    watchLateTables(strapi, state);
  });
  answerBeforeKoa(
    strapi,
    (req, res, stock) => {
      noteNestedRequest(strapi, state.recordings);
      const answer = (): unknown =>
        state.cache ? handleRequest(state.cache, req, res, stock) : stock(req, res);
      return state.settling ? state.settling.then(answer) : answer();
    },
    // This also checks what was added since.
    check,
  );
};

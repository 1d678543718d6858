import type { Core } from '@strapi/strapi';
import { answerAfterCaptures } from './capture/wait-for-captures';
import type { PluginConfig } from './config/schema';
import { registerGraphql } from './content-api/graphql/register-graphql';
import { registerTools } from './mcp/register-tools';
import { pluginContext } from './plugin-context';
import { PLUGIN } from './plugin-names';
import { documentMiddleware } from './publication/document-middleware';
import { refuseWrites } from './publication/refuse-writes';
import { addAttributes, addTickerRelation } from './strapi/add-attributes';
import { hasGraphql } from './strapi/graphql';
import { requireDatabase } from './strapi/require-database';
import { wrapRequests } from './strapi/wrap-requests';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  requireDatabase(strapi.db.dialect.client);
  const { tickerType } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  addAttributes(strapi);
  addTickerRelation(strapi, tickerType);
  strapi.documents.use(refuseWrites);
  strapi.documents.use(
    (call, next) => documentMiddleware(pluginContext(strapi), call, next) as ReturnType<typeof next>,
  );
  // The function has a name so that the configuration of a cache can list it among the middlewares that it may skip.
  wrapRequests(strapi, function waitForCaptures(request, next) {
    return answerAfterCaptures(pluginContext(strapi), request, next);
  });
  if (hasGraphql(strapi)) registerGraphql(strapi);
  registerTools(strapi);
};

import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config/schema';
import { registerGraphql } from './content-api/graphql/register-graphql';
import { PLUGIN } from './plugin-names';
import { refuseWrites } from './publication/refuse-writes';
import { pluginServices } from './services/plugin-services';
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
  strapi.documents.use((context, next) => pluginServices(strapi).capture.documentMiddleware(context, next));
  wrapRequests(strapi, (request, next) => pluginServices(strapi).capture.request(request, next));
  if (hasGraphql(strapi)) registerGraphql(strapi);
};

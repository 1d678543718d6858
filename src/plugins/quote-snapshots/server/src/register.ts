import type { Core } from '@strapi/strapi';
import { refuseWrites } from './capture/refuse-writes';
import type { PluginConfig } from './config/schema';
import { registerGraphql } from './graphql/register-graphql';
import { PLUGIN } from './plugin-names';
import { addAttributes, addTickerRelation } from './relation/add-attributes';
import { requireDatabase } from './require-database';
import { pluginServices } from './services/plugin-services';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  requireDatabase(strapi.db.dialect.client);
  const { tickerType } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  addAttributes(strapi);
  addTickerRelation(strapi, tickerType);
  strapi.documents.use(refuseWrites);
  strapi.documents.use((context, next) => pluginServices(strapi).capture.documentMiddleware(context, next));
  // Its name tells it from the middlewares of others, for plugins that look at who is in the chain.
  strapi.server.use(function waitForCaptures(ctx, next) {
    return pluginServices(strapi).capture.request(ctx, next);
  });
  if (strapi.plugin('graphql')) registerGraphql(strapi);
};

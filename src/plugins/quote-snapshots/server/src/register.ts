import type { Core } from '@strapi/strapi';
import { refuseWrites } from './publication/refuse-writes';
import type { PluginConfig } from './config/schema';
import { registerGraphql } from './content-api/graphql/register-graphql';
import { PLUGIN } from './plugin-names';
import { addAttributes, addTickerRelation } from './strapi/add-attributes';
import { requireDatabase } from './strapi/require-database';
import { pluginServices } from './services/plugin-services';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  requireDatabase(strapi.db.dialect.client);
  const { tickerType } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  addAttributes(strapi);
  addTickerRelation(strapi, tickerType);
  strapi.documents.use(refuseWrites);
  strapi.documents.use((context, next) => pluginServices(strapi).capture.documentMiddleware(context, next));
  strapi.server.use((ctx, next) => pluginServices(strapi).capture.request(ctx, next));
  if (strapi.plugin('graphql')) registerGraphql(strapi);
};

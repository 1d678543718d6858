import type { Core } from '@strapi/strapi';
import { licenceWarnings } from './providers/licence-warnings';
import { backfillKeys, subscribe } from './relation/subscribe';
import { pluginServices } from './services/plugin-services';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { capture, quotes } = pluginServices(strapi);
  for (const warning of licenceWarnings(quotes)) strapi.log.warn(warning);
  subscribe(strapi);
  await backfillKeys(strapi);
  strapi.cron.add({
    'quote-snapshots: retry pending': { task: () => capture.retry(), options: { rule: '*/30 * * * * *' } },
  });
};

import type { Core } from '@strapi/strapi';
import { registerPermissions } from './editing/permissions';
import { backfillKeys, subscribe } from './relation/subscribe';
import { pluginServices } from './services/plugin-services';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { capture } = pluginServices(strapi);
  await registerPermissions(strapi);
  subscribe(strapi);
  await backfillKeys(strapi);
  strapi.cron.add({
    'quote-snapshots: retry pending': { task: () => capture.retry(), options: { rule: '*/30 * * * * *' } },
  });
};

import type { Core } from '@strapi/strapi';
import { EVENTS } from './events/announce';
import type { PluginConfig } from './config/schema';
import { registerPermissions } from './admin-api/permissions';
import { PLUGIN } from './plugin-names';
import { licenceWarnings } from './providers/client/licence-warnings';
import { restrictReaders } from './content-api/readers/restrict-readers';
import { backfillKeys, subscribe } from './strapi/subscribe';
import { pluginServices } from './services/plugin-services';
import { addListIndexes } from './store/upgrade/add-list-indexes';
import { keepTables } from './store/upgrade/keep-tables';
import { upgradeRecord } from './store/upgrade/upgrade-record';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { capture, quotes } = pluginServices(strapi);
  const { variables } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  for (const warning of licenceWarnings(quotes, variables)) strapi.log.warn(warning);
  await registerPermissions(strapi);
  subscribe(strapi);
  restrictReaders(strapi);
  await keepTables(strapi);
  await backfillKeys(strapi);
  await upgradeRecord(strapi);
  await addListIndexes(strapi);
  for (const [key, event] of Object.entries(EVENTS)) strapi.get('webhookStore').addAllowedEvent(key, event);
  strapi.cron.add({
    'quote-snapshots: capture what is due': {
      task: () => capture.work(),
      options: { rule: '*/5 * * * * *' },
    },
  });
};

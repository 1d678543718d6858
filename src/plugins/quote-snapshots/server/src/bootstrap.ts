import type { Core } from '@strapi/strapi';
import { registerPermissions } from './admin-api/permissions';
import type { PluginConfig } from './config/schema';
import { orderPopulatedSnapshots } from './content-api/order-populated';
import { restrictReaders } from './content-api/readers/restrict-readers';
import { EVENTS } from './events/announce';
import { PLUGIN, SNAPSHOT_UID, USAGE_UID } from './plugin-names';
import { licenceWarnings } from './providers/client/licence-warnings';
import { pluginServices } from './services/plugin-services';
import { fillEntryKeys, keepEntryKeys } from './store/keep-entry-keys';
import { addListIndexes } from './store/upgrade/add-list-indexes';
import { upgradeRecord } from './store/upgrade/upgrade-record';
import { checkAttributes } from './strapi/add-attributes';
import { keepTables } from './strapi/keep-tables';
import { allowWebhookEvents } from './strapi/webhook-events';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  checkAttributes(strapi);
  const { capture, quotes } = pluginServices(strapi);
  const { variables } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  for (const warning of licenceWarnings(quotes, variables)) strapi.log.warn(warning);
  await registerPermissions(strapi);
  keepEntryKeys(strapi);
  orderPopulatedSnapshots(strapi);
  restrictReaders(strapi);
  await keepTables(strapi, [SNAPSHOT_UID, USAGE_UID]);
  await fillEntryKeys(strapi);
  await upgradeRecord(strapi);
  await addListIndexes(strapi);
  allowWebhookEvents(strapi, EVENTS);
  strapi.cron.add({
    'quote-snapshots: capture what is due': {
      task: () => capture.work(),
      options: { rule: '*/5 * * * * *' },
    },
  });
};

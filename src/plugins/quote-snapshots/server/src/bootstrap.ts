import type { Core } from '@strapi/strapi';
import { EVENTS } from './events/event-names';
import { registerPermissions } from './admin-api/permissions';
import { pluginContext } from './plugin-context';
import { licenceWarnings } from './providers/licence-warnings';
import { restrictReaders } from './content-api/readers/restrict-readers';
import { backfillKeys, subscribe } from './strapi/subscribe';
import { addListIndexes } from './store/upgrade/add-list-indexes';
import { keepTables } from './store/upgrade/keep-tables';
import { upgradeRecord } from './store/upgrade/upgrade-record';
import { runWorkerTurn } from './worker/run-turn';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  // Loads the providers: a wrong configuration stops the start here, with a message that names the option.
  const context = pluginContext(strapi);
  for (const warning of licenceWarnings(context, context.config.variables)) strapi.log.warn(warning);
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
      task: () => runWorkerTurn(context),
      options: { rule: '*/5 * * * * *' },
    },
  });
};

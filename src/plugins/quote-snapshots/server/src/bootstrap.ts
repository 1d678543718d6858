import type { Core } from '@strapi/strapi';
import { registerPermissions } from './admin-api/permissions';
import { orderPopulatedSnapshots } from './content-api/order-populated';
import { restrictReaders } from './content-api/readers/restrict-readers';
import { readReasonParts } from './content-api/reasons/select-reason-parts';
import { wordAnswers } from './content-api/reasons/word-answers';
import { EVENTS } from './events/event-names';
import { pluginContext } from './plugin-context';
import { SNAPSHOT_UID, USAGE_UID } from './plugin-names';
import { licenceWarnings } from './providers/client/licence-warnings';
import { fillEntryKeys, keepEntryKeys } from './store/keep-entry-keys';
import { addListIndexes } from './store/upgrade/add-list-indexes';
import { upgradeRecord } from './store/upgrade/upgrade-record';
import { checkAttributes } from './strapi/add-attributes';
import { keepTables } from './strapi/keep-tables';
import { showInRoles } from './strapi/roles/show-in-roles';
import { allowWebhookEvents } from './strapi/webhook-events';
import { runWorkerTurn } from './worker/run-turn';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  checkAttributes(strapi);
  // This loads the providers. A wrong configuration stops the start here, with a message that names the option.
  const context = pluginContext(strapi);
  for (const warning of licenceWarnings(context, context.config.variables)) strapi.log.warn(warning);
  await registerPermissions(strapi);
  showInRoles(strapi, SNAPSHOT_UID);
  keepEntryKeys(strapi);
  orderPopulatedSnapshots(strapi);
  readReasonParts(strapi);
  wordAnswers(strapi);
  restrictReaders(strapi);
  await keepTables(strapi, [SNAPSHOT_UID, USAGE_UID]);
  await fillEntryKeys(strapi);
  await upgradeRecord(strapi);
  await addListIndexes(strapi);
  allowWebhookEvents(strapi, EVENTS);
  strapi.cron.add({
    'quote-snapshots: capture what is due': {
      task: () => runWorkerTurn(context),
      options: { rule: '*/5 * * * * *' },
    },
  });
};

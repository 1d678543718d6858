import type { Core } from '@strapi/strapi';
import { withFunctions } from './strapi-changed-error';

interface WebhookStore extends Record<string, (...args: never[]) => unknown> {
  addAllowedEvent(key: string, event: string): void;
}

/**
 * Lets webhooks be saved with events of the plugin, as Strapi's own upload plugin does (`webhookStore.addAllowedEvent`, private).
 *
 * If it changes, the boot stops: a webhook that is told of corrections could not be saved any more, and nobody would
 * notice until a page kept a wrong figure.
 *
 * @param events by key: `{ QUOTE_SNAPSHOTS_CAPTURED: 'quote-snapshots.captured' }`
 */
export const allowWebhookEvents = (strapi: Core.Strapi, events: Readonly<Record<string, string>>): void => {
  const store = withFunctions<WebhookStore>('the service `webhookStore`', strapi.get('webhookStore'), [
    'addAllowedEvent',
  ]);
  for (const [key, event] of Object.entries(events)) store.addAllowedEvent(key, event);
};

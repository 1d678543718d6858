import type { Core } from '@strapi/strapi';
import { withFunctions } from './strapi-changed-error';

interface WebhookStore extends Record<string, (...args: never[]) => unknown> {
  addAllowedEvent(key: string, event: string): void;
}

/**
 * Allows webhooks for the plugin's events, as Strapi's own upload plugin does (`webhookStore.addAllowedEvent`, private).
 *
 * If this changes, the start stops. Otherwise nobody could save a webhook for corrections any more, and nobody would notice until a
 * page kept a wrong figure.
 *
 * @param events by key: `{ QUOTE_SNAPSHOTS_CAPTURED: 'quote-snapshots.captured' }`
 */
export const allowWebhookEvents = (strapi: Core.Strapi, events: Readonly<Record<string, string>>): void => {
  const store = withFunctions<WebhookStore>('the service `webhookStore`', strapi.get('webhookStore'), [
    'addAllowedEvent',
  ]);
  for (const [key, event] of Object.entries(events)) store.addAllowedEvent(key, event);
};

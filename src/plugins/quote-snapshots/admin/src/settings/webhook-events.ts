import type { TextKey } from '../text/use-text';

/** The plugin's events. Webhooks store the names, so they must not change. */
export const EVENTS = [
  'quote-snapshots.captured',
  'quote-snapshots.failed',
  'quote-snapshots.corrected',
  'quote-snapshots.voided',
] as const;
export type QuoteEvent = (typeof EVENTS)[number];

export const EVENT_TEXTS: Readonly<Record<QuoteEvent, TextKey>> = {
  'quote-snapshots.captured': 'webhooks.captured',
  'quote-snapshots.failed': 'webhooks.failed',
  'quote-snapshots.corrected': 'webhooks.corrected',
  'quote-snapshots.voided': 'webhooks.voided',
};

/** The events of a webhook with one added or removed. All others stay. */
export const withEvent = (events: readonly string[], event: QuoteEvent, isChosen: boolean): string[] => [
  ...events.filter((one) => one !== event),
  ...(isChosen ? [event] : []),
];

/** The plugin's events: for Strapi's webhooks, and for listeners to its event hub. */
export const EVENTS = {
  QUOTE_SNAPSHOTS_CAPTURED: 'quote-snapshots.captured',
  QUOTE_SNAPSHOTS_FAILED: 'quote-snapshots.failed',
  QUOTE_SNAPSHOTS_CORRECTED: 'quote-snapshots.corrected',
  QUOTE_SNAPSHOTS_VOIDED: 'quote-snapshots.voided',
} as const;

export type EventName = (typeof EVENTS)[keyof typeof EVENTS];

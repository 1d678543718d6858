import type { Core } from '@strapi/strapi';
import { wordReason } from '../reasons/word-reason';
import { logLine } from '../log-line';
import type { PlannedEvent } from './plan-events';

/**
 * Emits an event. A listener that throws must not end the process, and must not cause the event to be sent to the other listeners
 * again.
 */
const emit = async (strapi: Core.Strapi, event: string, payload: Record<string, unknown>): Promise<void> => {
  try {
    await strapi.eventHub.emit(event, payload);
  } catch (error) {
    strapi.log.error(`quote-snapshots: a listener of ${event} failed: ${String(error)}`);
  }
};

/** Sends an event to Strapi's event hub, and with it to the webhooks. */
export const sendEvent = async (
  strapi: Core.Strapi,
  { name, snapshots, changed }: PlannedEvent,
): Promise<void> => {
  const [first] = snapshots;
  if (!first) return;
  const { relatedType: uid, relatedDocumentId, relatedLocale: locale, relatedPublishedAt } = first;
  strapi.log.info(logLine(name, { type: uid, document: relatedDocumentId, locale }));
  await emit(strapi, name, {
    uid,
    model: uid.split('.').at(-1),
    documentId: relatedDocumentId,
    locale,
    publishedAt: relatedPublishedAt,
    changed: changed.map(({ documentId }) => documentId),
    snapshots: snapshots.map((row) => ({
      documentId: row.documentId,
      instrument: row.instrument,
      state: row.state,
      current: row.current,
      reasonCode: row.reasonCode,
      reasonParams: row.reasonParams,
      reason: wordReason(row, locale),
    })),
  });
};

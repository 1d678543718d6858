import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../type-names';
import { schedulerAddress } from './scheduler';
import type { TimedRow } from './stored-times';

/** The event that webhooks may be set up for. */
export const HELD_BACK_EVENT = 'article.held-back';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** Lets webhooks be saved with the event. @throws Error where Strapi has no such store any more */
export const allowHeldBackEvent = (strapi: Core.Strapi): void => {
  const store = strapi.get<WebhookStore | undefined>('webhookStore');
  if (typeof store?.addAllowedEvent !== 'function') {
    throw new Error('Strapi has no webhookStore.addAllowedEvent: nobody could be told what was held back.');
  }
  store.addAllowedEvent('ARTICLE_HELD_BACK', HELD_BACK_EVENT);
};

/** An e-mail names no headline: the article may be under embargo. */
const sendMail = async (strapi: Core.Strapi, row: TimedRow, reason: string): Promise<void> => {
  const desk = strapi.config.get<string | undefined>('newsroom.schedule.deskAddress');
  if (!desk) return;
  const { documentId, locale, publishAt } = row;
  const scheduler = await schedulerAddress(strapi, row);
  const to = [...new Set([desk, ...(scheduler ? [scheduler] : [])])];
  await strapi
    .plugin('email')
    .service('email')
    .send({
      to: to.join(', '),
      subject: `Not published: an article that was due (${locale})`,
      text: `The article ${documentId} (${locale}) was scheduled for ${publishAt?.toISOString()}, and was held back.\n\n${reason}\n`,
    });
};

/**
 * Tells of an article that was held back: an event for webhooks, a line of the log and, where SCHEDULE_DESK_EMAIL is set, an
 * e-mail to the desk and to whoever scheduled it. Never rejects: the list of acts has it in any case.
 */
export const notifyHeldBack = async (strapi: Core.Strapi, row: TimedRow, reason: string): Promise<void> => {
  const { documentId, locale, publishAt } = row;
  strapi.log.warn(`Article ${documentId} (${locale}) was held back: ${reason}`);
  const payload = { uid: ARTICLE, model: 'article', documentId, locale, publishAt, reason };
  for (const [what, tell] of [
    ['The event', () => strapi.eventHub.emit(HELD_BACK_EVENT, payload)],
    ['The e-mail', () => sendMail(strapi, row, reason)],
  ] as const) {
    try {
      await tell();
    } catch (error) {
      strapi.log.error(`${what} about article ${documentId} (${locale}) was not sent: ${String(error)}`);
    }
  }
};

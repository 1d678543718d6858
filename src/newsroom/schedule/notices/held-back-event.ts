import type { Core } from '@strapi/strapi';
import { newsroomReader } from '../../refusals/newsroom-reader';
import { wordReasons } from '../../refusals/word-reasons';
import { ARTICLE } from '../../type-names';
import type { Notice } from './notice';

/** The event about an article that was held back, for webhooks. */
export const HELD_BACK_EVENT = 'article.held-back';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** Allows webhooks with this event to be saved. @throws Error if this Strapi has no such store */
export const allowHeldBackEvent = (strapi: Core.Strapi): void => {
  const store = strapi.get<WebhookStore | undefined>('webhookStore');
  if (typeof store?.addAllowedEvent !== 'function') {
    throw new Error('Strapi has no webhookStore.addAllowedEvent: nobody could be told what was held back.');
  }
  store.addAllowedEvent('ARTICLE_HELD_BACK', HELD_BACK_EVENT);
};

/**
 * Passes the event to Strapi, whose webhooks send it once and do not retry. `reason` is in the language of the article. `reasons`
 * has the same as codes; null if there are only words.
 */
export const sendHeldBackEvent = async (strapi: Core.Strapi, notice: Notice): Promise<void> => {
  const { articleDocumentId: documentId, articleLocale: locale, publishAt, reasons } = notice;
  const reason = wordReasons(notice, newsroomReader(strapi, locale));
  await strapi.eventHub.emit(HELD_BACK_EVENT, {
    uid: ARTICLE,
    model: 'article',
    ...{ documentId, locale, publishAt, reason, reasons },
  });
};

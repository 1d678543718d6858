import type { Core } from '@strapi/strapi';
import { newsroomReader } from '../../refusals/newsroom-reader';
import { wordMessage, wordReasons } from '../../refusals/word-reasons';
import { schedulerAddress } from '../worker/scheduler';
import type { Notice } from './notice';

/** The desk's e-mail address; undefined if no e-mail is to be sent. */
export const deskAddress = (strapi: Core.Strapi): string | undefined =>
  strapi.config.get<string | undefined>('newsroom.schedule.deskAddress') || undefined;

/**
 * Sends an e-mail to the desk and to the person who scheduled the article, in the language of the article. It has no headline,
 * because the article may be under embargo.
 */
export const sendHeldBackMail = async (strapi: Core.Strapi, notice: Notice): Promise<void> => {
  const desk = deskAddress(strapi);
  if (desk === undefined) return;
  const { articleDocumentId: documentId, articleLocale: locale, publishAt } = notice;
  const scheduler = await schedulerAddress(strapi, { documentId, locale });
  const to = [...new Set([desk, ...(scheduler ? [scheduler] : [])])];
  const reader = newsroomReader(strapi, locale);
  const at = publishAt === null ? '' : new Date(publishAt).toISOString();
  const lines = [
    wordMessage('mail.text', { documentId, locale, at }, reader) ?? '',
    wordReasons(notice, reader) ?? '',
  ];
  await strapi
    .plugin('email')
    .service('email')
    .send({
      to: to.join(', '),
      subject: wordMessage('mail.subject', { locale }, reader),
      text: `${lines.join('\n\n')}\n`,
    });
};

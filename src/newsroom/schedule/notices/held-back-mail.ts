import type { Core } from '@strapi/strapi';
import { newsroomReader } from '../../refusals/newsroom-reader';
import { wordMessage, wordReasons } from '../../refusals/word-reasons';
import { schedulerAddress } from '../worker/scheduler';
import type { Notice } from './notice';

/** The desk's e-mail address; undefined if it has none. */
const deskAddress = (strapi: Core.Strapi): string | undefined =>
  strapi.config.get<string | undefined>('newsroom.schedule.deskAddress') || undefined;

/**
 * Whether e-mails are sent: if a provider of e-mail is configured, or the environment says that they are. Without a configuration Strapi
 * has its provider `sendmail`, which works on few servers, so an e-mail would be tried in vain for a day.
 */
export const sendsMails = (strapi: Core.Strapi): boolean =>
  deskAddress(strapi) !== undefined ||
  strapi.config.get('newsroom.schedule.mails', false) ||
  strapi.config.get<string>('plugin::email.provider', 'sendmail') !== 'sendmail';

/**
 * Sends an e-mail to the desk and to the person who scheduled the article, in the language of the article. It has no headline,
 * because the article may be under embargo.
 */
export const sendHeldBackMail = async (strapi: Core.Strapi, notice: Notice): Promise<void> => {
  const desk = deskAddress(strapi);
  const { articleDocumentId: documentId, articleLocale: locale, publishAt } = notice;
  const scheduler = await schedulerAddress(strapi, { documentId, locale });
  const to = [...new Set([desk, scheduler].filter((address) => address !== undefined))];
  if (to.length === 0) return;
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

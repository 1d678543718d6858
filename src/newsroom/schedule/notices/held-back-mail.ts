import type { Core } from '@strapi/strapi';
import { schedulerAddress } from '../worker/scheduler';
import type { Notice } from './notice';

/** Where the desk reads its mail; undefined where nobody is to get any. */
export const deskAddress = (strapi: Core.Strapi): string | undefined =>
  strapi.config.get<string | undefined>('newsroom.schedule.deskAddress') || undefined;

/** Writes to the desk and to whoever scheduled the article. No headline: the article may be under embargo. */
export const sendHeldBackMail = async (strapi: Core.Strapi, notice: Notice): Promise<void> => {
  const desk = deskAddress(strapi);
  if (desk === undefined) return;
  const { articleDocumentId: documentId, articleLocale: locale, publishAt, reason } = notice;
  const scheduler = await schedulerAddress(strapi, { documentId, locale });
  const to = [...new Set([desk, ...(scheduler ? [scheduler] : [])])];
  const at = publishAt === null ? '' : ` for ${new Date(publishAt).toISOString()}`;
  await strapi
    .plugin('email')
    .service('email')
    .send({
      to: to.join(', '),
      subject: `Not published: an article that was due (${locale})`,
      text: `The article ${documentId} (${locale}) was scheduled${at}, and was held back.\n\n${reason}\n`,
    });
};

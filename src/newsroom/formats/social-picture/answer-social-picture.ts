import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { siteNameOf } from '../../site-environment';
import { isUnchanged, type Context } from '../answers/answer-conditionally';
import { readLastModified } from '../answers/last-modified';
import { requirePublicArticles } from '../answers/rights-of-visitors';
import { readArticle } from '../articles/read-articles';
import { drawPicture } from './draw-picture';
import { pictureText } from './picture-text';

/** `GET /social/:locale/:documentId.png`: the picture of an article for social networks. */
export const answerSocialPicture = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const has = await requirePublicArticles(strapi);
  const { locale = '', documentId = '' } = ctx.params as { locale?: string; documentId?: string };
  const article = await readArticle(strapi, has, documentId, locale);
  if (!article) throw new errors.NotFoundError(`No published article "${documentId}" in locale "${locale}".`);
  const text = pictureText(article, siteNameOf(strapi));
  ctx.type = 'image/png';
  if (!isUnchanged(ctx, JSON.stringify(text), await readLastModified(strapi)))
    ctx.body = await drawPicture(text);
};

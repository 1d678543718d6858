import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { siteNameOf, siteOf } from '../../site-environment';
import { defaultLocale } from '../../strapi/locales';
import { callerRights } from '../../strapi/public-rights';
import { answerConditionally, type Context } from '../answers/answer-conditionally';
import { readLastModified } from '../answers/last-modified';
import { singleParameter, readQuery } from '../answers/read-query';
import { readArticle } from '../articles/read-articles';
import { articleJsonLd } from './article-json-ld';

export const localeQuery = z.object({ locale: singleParameter });

/** `GET /api/articles/:documentId/json-ld?locale=es`. */
export const answerJsonLd = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const standard = await defaultLocale(strapi);
  const { locale = standard } = readQuery(ctx.query, localeQuery);
  const { documentId = '' } = ctx.params as { documentId?: string };
  const article = await readArticle(strapi, callerRights(strapi, ctx.state.auth), documentId, locale);
  if (!article) throw new errors.NotFoundError(`No published article "${documentId}" in locale "${locale}".`);
  answerConditionally(ctx, {
    type: 'application/ld+json; charset=utf-8',
    body: JSON.stringify(articleJsonLd(article, siteOf(strapi), siteNameOf(strapi), standard)),
    lastModified: await readLastModified(strapi),
  });
};

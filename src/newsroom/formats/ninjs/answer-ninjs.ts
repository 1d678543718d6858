import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { defaultLocale } from '../../strapi/locales';
import { callerRights } from '../../strapi/public-rights';
import { answerConditionally, type Context } from '../answers/answer-conditionally';
import { readLastModified } from '../answers/last-modified';
import { singleParameter, readQuery } from '../answers/read-query';
import { parseSince } from '../publications/cursor';
import { readChange } from '../publications/read-changes';
import { itemOf, readItems } from './read-items';
import { withheldItem } from './withheld-item';

export const ninjsQuery = z.object({
  locale: singleParameter,
  status: z.enum(['draft', 'published']).optional(),
});
export const ninjsListQuery = z.object({ since: singleParameter });

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * `GET /api/articles/:documentId/ninjs?locale=es`: an article that was published at any time, as `canceled` if it no longer is.
 * With `status=draft`, for callers with the right to read drafts: the draft, as `withheld`.
 */
export const answerNinjs = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const { locale = await defaultLocale(strapi), status } = readQuery(ctx.query, ninjsQuery);
  const { documentId = '' } = ctx.params as { documentId?: string };
  if (status === 'draft') {
    const draft = await withheldItem(strapi, callerRights(strapi, ctx.state.auth), documentId, locale);
    ctx.type = JSON_TYPE;
    ctx.body = JSON.stringify(draft);
    ctx.set('Cache-Control', 'no-store');
    return;
  }
  const change = await readChange(strapi, documentId, locale);
  if (!change)
    throw new errors.NotFoundError(`No article "${documentId}" was ever published in locale "${locale}".`);
  const item = await itemOf(strapi, callerRights(strapi, ctx.state.auth), change);
  answerConditionally(ctx, {
    type: JSON_TYPE,
    body: JSON.stringify(item),
    lastModified: await readLastModified(strapi),
  });
};

/** `GET /api/ninjs?since=`: the articles that changed since a time or since the last answer. */
export const answerNinjsList = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const since = parseSince(readQuery(ctx.query, ninjsListQuery).since);
  const list = await readItems(strapi, callerRights(strapi, ctx.state.auth), since);
  answerConditionally(ctx, { type: JSON_TYPE, body: JSON.stringify(list) });
  // Which changes are settled depends on running transactions, not only on the data, so a cache cannot know when the answer
  // changes.
  ctx.set('Cache-Control', 'no-store');
};

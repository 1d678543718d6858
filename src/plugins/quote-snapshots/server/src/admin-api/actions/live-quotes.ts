import type { Core } from '@strapi/strapi';
import { pluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { parseRequest, quotesBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** How long the panel waits for live quotes, in milliseconds; it asks again by itself. */
const ANSWER_WITHIN_MS = 5_000;

/** `POST /quotes`: live quotes, with the cache, quotas and circuit breaker that publications use as well. */
export const liveQuotes = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { desk, provider } = pluginContext(strapi);
  const instruments = parseRequest(quotesBody, ctx.request.body).instruments.map(requestedInstrument);
  const answers = await desk.getQuotes(instruments, {
    timeoutMs: ANSWER_WITHIN_MS,
    // The last part of the quota is kept for publications.
    priority: 'retry',
  });
  ctx.body = {
    data: Object.fromEntries(answers),
    meta: { provider: provider.name, attribution: provider.attribution },
  };
};

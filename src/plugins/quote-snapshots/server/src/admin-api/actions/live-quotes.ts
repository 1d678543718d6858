import type { Core } from '@strapi/strapi';
import { pluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { parseRequest, quotesBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** How long the panel waits for live quotes, in milliseconds. It asks again by itself. */
const ANSWER_WITHIN_MS = 5_000;

/** `POST /quotes`: live quotes, through the same cache, quotas and circuit breaker as publications. */
export const liveQuotes = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { desk, provider } = pluginContext(strapi);
  const instruments = parseRequest(quotesBody, ctx.request.body).instruments.map(requestedInstrument);
  const answers = await desk.getQuotes(instruments, {
    timeoutMs: ANSWER_WITHIN_MS,
    // The last part of the quota is reserved for publications.
    priority: 'retry',
  });
  ctx.body = {
    data: Object.fromEntries(answers),
    meta: { provider: provider.name, attribution: provider.attribution },
  };
};

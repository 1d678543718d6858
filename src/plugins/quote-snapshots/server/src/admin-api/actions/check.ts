import type { Core } from '@strapi/strapi';
import { pluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { checkProviders, usualInstrument } from '../check-providers';
import { checkBody, parseRequest } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** `POST /check`: asks each provider for these instruments, or for the usual one, and reports what is wrong. */
export const check = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { instruments } = parseRequest(checkBody, ctx.request.body ?? {});
  const { directory, provider: first, fallback } = pluginContext(strapi);
  const asked = instruments?.map(requestedInstrument) ?? [await usualInstrument(directory)];
  ctx.body = { data: await checkProviders({ first, fallback }, asked) };
};

import type { PluginContext, RequestWait } from '../plugin-context';
import { currentRequest } from '../strapi/served-request';

const waitUntil = async (captures: readonly Promise<void>[], until: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, until - Date.now()));
  });
  await Promise.race([Promise.all(captures), deadline]);
  clearTimeout(timer);
};

/** Waits for one capture until the deadline of the request. Must not be called inside a transaction. */
export const waitForCapture = async (
  { config, strapi, underWay }: PluginContext,
  capture: Promise<void>,
): Promise<void> => {
  const request = currentRequest(strapi);
  const until = request && underWay.requests.get(request)?.until;
  await waitUntil([capture], until ?? Date.now() + config.deadlineMs);
};

/**
 * Runs a request, and waits until the deadline for the figures of everything that it published. Then the request is answered. The
 * content manager opens a transaction around the whole request, and only here has that transaction ended.
 *
 * @param request the context of Koa, which `strapi.requestContext` gives to all code that the request runs
 */
export const answerAfterCaptures = async <T>(
  { underWay }: PluginContext,
  request: object,
  run: () => Promise<T>,
): Promise<T> => {
  const wait: RequestWait = { captures: [], until: null };
  underWay.requests.set(request, wait);
  const result = await run();
  if (wait.captures.length > 0) await waitUntil(wait.captures, wait.until ?? 0);
  return result;
};

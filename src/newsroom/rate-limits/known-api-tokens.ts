import type { Core } from '@strapi/strapi';

const TOKEN = 'admin::api-token';

/** How long the list of tokens is cached, in milliseconds. Another node may have created or revoked tokens since. */
const CACHE_MS = 5_000;

interface TokenRow {
  accessKey: string;
  expiresAt: string | number | null;
}

/**
 * Returns a function that says whether a request has a valid API token. The list of tokens is cached, so that a flood of made-up
 * tokens costs one query in five seconds. Strapi's own strategies still authenticate the request.
 *
 * Leans on: the columns `accessKey` and `expiresAt`, and the method `hash` of the service `admin::api-token`.
 */
export const createApiTokenCheck = (strapi: Core.Strapi) => {
  let known: Promise<ReadonlyMap<string, number>> = Promise.resolve(new Map());
  let readAt = -Infinity;

  const readTokens = async (): Promise<ReadonlyMap<string, number>> => {
    const rows: TokenRow[] = await strapi.db.query(TOKEN).findMany({ select: ['accessKey', 'expiresAt'] });
    return new Map(
      rows.map(({ accessKey, expiresAt }) => [
        accessKey,
        expiresAt === null ? Infinity : new Date(expiresAt).getTime(),
      ]),
    );
  };

  /** A token that is created or revoked on this node takes effect at once. */
  const invalidate = (): void => {
    readAt = -Infinity;
  };
  strapi.db.lifecycles.subscribe({
    models: [TOKEN],
    afterCreate: invalidate,
    afterUpdate: ({ params }) => {
      // Strapi stores each token's last use. That is no reason to read all tokens again.
      const changed = Object.keys((params.data as object | undefined) ?? {});
      if (changed.some((name) => name !== 'lastUsedAt')) invalidate();
    },
    afterDelete: invalidate,
    afterDeleteMany: invalidate,
  });

  /** @param authorization the request's header */
  return async (authorization: string | undefined): Promise<boolean> => {
    const [scheme = '', token, ...more] = (authorization ?? '').split(/\s+/);
    if (scheme.toLowerCase() !== 'bearer' || !token || more.length > 0) return false;
    if (performance.now() - readAt > CACHE_MS) {
      readAt = performance.now();
      known = readTokens();
      // The next request reads the list again. This one gets the error.
      known.catch(invalidate);
    }
    const expiresAt = (await known).get(strapi.service(TOKEN).hash(token));
    return expiresAt !== undefined && expiresAt > Date.now();
  };
};

export type ApiTokenCheck = ReturnType<typeof createApiTokenCheck>;

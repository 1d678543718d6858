import type { Core } from '@strapi/strapi';

const TOKEN = 'admin::api-token';

/** How long what is known of tokens holds, in milliseconds: another node may have made or revoked some. */
const CACHE_MS = 5_000;

interface TokenRow {
  accessKey: string;
  expiresAt: string | number | null;
}

/**
 * Tells API tokens that are valid from what somebody made up, without asking the database for each: a flood of made-up
 * tokens costs one query in five seconds. Strapi's own strategies still decide who is let in.
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

  /** A token that is made or taken away on this node counts, or counts no more, at once. */
  const invalidate = (): void => {
    readAt = -Infinity;
  };
  strapi.db.lifecycles.subscribe({
    models: [TOKEN],
    afterCreate: invalidate,
    afterUpdate: ({ params }) => {
      // Strapi notes the last use of a token in it: no reason to read them all again.
      const changed = Object.keys((params.data as object | undefined) ?? {});
      if (changed.some((name) => name !== 'lastUsedAt')) invalidate();
    },
    afterDelete: invalidate,
    afterDeleteMany: invalidate,
  });

  /** @param authorization a request's header */
  return async (authorization: string | undefined): Promise<boolean> => {
    const [scheme = '', token, ...more] = (authorization ?? '').split(/\s+/);
    if (scheme.toLowerCase() !== 'bearer' || !token || more.length > 0) return false;
    if (performance.now() - readAt > CACHE_MS) {
      readAt = performance.now();
      known = readTokens();
      // Whoever reads next tries again; this caller is told of the fault.
      known.catch(invalidate);
    }
    const expiresAt = (await known).get(strapi.service(TOKEN).hash(token));
    return expiresAt !== undefined && expiresAt > Date.now();
  };
};

export type ApiTokenCheck = ReturnType<typeof createApiTokenCheck>;

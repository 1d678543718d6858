/** The caller, as Strapi's authentication notes it. */
interface Auth {
  strategy?: { name?: string };
  credentials?: { expiresAt?: unknown; lastUsedAt?: unknown } | null;
}

/** A caller whose answers may be stored. */
export interface Caller {
  byToken: boolean;
  /** Until when the caller may be answered without Strapi, in epoch milliseconds. */
  validUntil: number;
}

const HOUR = 3_600_000;

const timeOf = (value: unknown): number | undefined => {
  if (value === null || value === undefined) return undefined;
  const time = new Date(value as string | number).getTime();
  return Number.isNaN(time) ? undefined : time;
};

/**
 * Who sent the request: the public, or an API token of the content API. Undefined for everybody else: people who signed in, tokens
 * of the admin, strategies of other plugins.
 *
 * A token's answers end when it expires, because no write announces that. They also end an hour after its last use was noted. Then
 * Strapi answers and notes the use again, as it does once an hour.
 *
 * @param auth `ctx.state.auth`; absent on a route without authentication
 * @param startedAt when Strapi was asked, in epoch milliseconds
 */
export const callerOf = (auth: unknown, startedAt: number): Caller | undefined => {
  const { strategy, credentials } = (auth ?? {}) as Auth;
  const isPublic = auth === undefined || strategy?.name === 'users-permissions';
  if (isPublic) return credentials ? undefined : { byToken: false, validUntil: Infinity };
  if (strategy?.name !== 'content-api-token' || !credentials) return undefined;
  const noted = timeOf(credentials.lastUsedAt);
  const usedAt = noted !== undefined && startedAt - noted < HOUR ? noted : startedAt;
  return {
    byToken: true,
    validUntil: Math.min(timeOf(credentials.expiresAt) ?? Infinity, usedAt + HOUR),
  };
};

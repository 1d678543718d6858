import type { Core } from '@strapi/strapi';
import { startNode, type Node } from './node';
import { listen } from './listen';
import type { Newsroom } from './newsroom';

/** As much of the running cache as tests look at, or break on purpose. */
export interface RunningCache {
  entries: {
    size: number;
    calculatedSize: number;
    set(key: string, entry: { generation: number }): unknown;
    clear(): void;
    dump(): [string, { value: { body: Buffer; tables: string[]; headers: [string, string][] } }][];
  };
  ledger: { generation: number };
  declared: { strategies: Map<string, { headers: readonly string[] }> };
  freshness: {
    ask(): unknown;
    watched(): { level: number; tables: ReadonlySet<string>; functions: ReadonlySet<string> };
  };
  counters: {
    hits: number;
    misses: number;
    waited: number;
    fills: number;
    replays: { same: number; changed: number; failed: number };
    bypasses: Record<string, number>;
    shadow: { compared: number; same: number; changed: number; different: number };
  };
  unfit: { keys(): Iterable<string> };
  replayer: { repeats(statements: readonly unknown[]): boolean | Promise<boolean> };
  questions: { count: number; ask(): unknown };
  config: {
    shadow: number;
    explainTo: string;
    replay: Record<'maxStatements' | 'maxRows' | 'maxKilobytes', number>;
  };
  off: { by: string; text: string } | undefined;
}

export const cacheOf = (strapi: Core.Strapi): RunningCache => {
  const cache = strapi.plugin('response-cache').service('running').read() as RunningCache | undefined;
  if (!cache) throw new Error('The newsroom has no response cache.');
  return cache;
};

/** Variables of tests of the cache: it says what it did, and readers are not counted unless the test is of that. */
export const CACHE_ENVIRONMENT = {
  RESPONSE_CACHE_ENABLED: 'true',
  RESPONSE_CACHE_EXPLAIN: 'everyone',
  RATE_LIMIT_PUBLIC: '0',
  // Strapi adds a global middleware without a name for it, which once switched the cache off.
  MCP_ENABLED: 'true',
};

export const addressOf = async ({ strapi }: Newsroom): Promise<string> =>
  `http://127.0.0.1:${await listen(strapi.server.httpServer)}`;

/** A second node on the newsroom's database, and its address. @param environment what it has otherwise than the newsroom */
export const startSecondNode = async (
  environment: Record<string, string> = {},
): Promise<{ node: Node; address: string }> => {
  // It takes the environment of this process, and with it the database.
  const node = await startNode({ PORT: '0', ...environment });
  const { url } = await node.do('receive');
  return { node, address: new URL(url).origin };
};

export interface Answer {
  status: number;
  cache: string;
  body: string;
  headers: Headers;
}

/** Asks as a reader does. */
export const ask = async (
  address: string,
  path: string,
  { query, ...options }: RequestInit & { query?: string } = {},
): Promise<Answer> => {
  const response = await fetch(`${address}${path}`, {
    ...options,
    ...(query === undefined
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify({ query }),
          headers: { 'content-type': 'application/json', ...(options.headers as object) },
        }),
  });
  const body = await response.text();
  return {
    status: response.status,
    cache: response.headers.get('x-cache') ?? '',
    body,
    headers: response.headers,
  };
};

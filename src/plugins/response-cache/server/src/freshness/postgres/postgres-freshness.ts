import { EVERY_TABLE, WRITES_TABLE } from '../../plugin-names';
import type { Freshness, Watched } from '../freshness';
import type { Touched } from '../ledger';
import { messageOf } from '../message-of';
import { reportRuns } from '../report-runs';
import type { Ignored } from '../watched-tables';
import { withTimeout } from '../with-timeout';
import { quoteText, quoteName, type PgClient } from './client';
import { pruneStatement, SNAPSHOT, STRUCTURE, SUBSCRIBES, touchedSinceStatement } from './questions';
import { listFunctions, listTables, listViews, findWatched, type Run } from './triggers';

export interface PostgresOptions {
  /** Connects a client outside of the pool, so that questions are answered even while the pool is exhausted. */
  connect(): Promise<PgClient>;
  /** Runs a statement on a connection of the pool, so that questions need not wait for it. */
  execute(sql: string): Promise<unknown>;
  schema: string;
  ignored: Ignored;
  /** False if the database does not allow triggers. */
  triggers: boolean;
  timeoutMs: number;
  /** Logs a fault that ends no request. */
  warn(message: string): void;
}

/** The state of the database at the last question. */
interface Seen {
  snapshot: string;
  structure: unknown;
}

/**
 * A connection, and the state last seen on it. The two are kept together because an answer may arrive after its connection was
 * given up. It must not count as seen by the next connection.
 */
interface Connection {
  client: PgClient;
  seen: Seen | undefined;
  /** Pending while tables and triggers are read. */
  looking: Promise<void> | undefined;
  /** Whether a caller was answered 'all' since the tables were last read. */
  isTold: boolean;
}

const lower = (names: readonly string[]): Set<string> => new Set(names.map((name) => name.toLowerCase()));

/** Reading tables and triggers may take longer than the limit for a question. Then the next question waits for the same reading. */
const MOST_LOOKING_MS = 10_000;

/** How long rows of writes are kept. A node that has not asked for longer than this drops all of its entries. */
const KEEP_SECONDS = 600;
const PRUNE_EVERY_MS = 60_000;

/**
 * Asks PostgreSQL 13 or later for writes. A connection that was lost, or did not answer in time, is given up. The next one may lead
 * to another server, which counts transactions differently, so everything then counts as written to.
 */
export const postgresFreshness = async (options: PostgresOptions): Promise<Freshness> => {
  const { schema, ignored, timeoutMs } = options;
  let current: Connection | undefined;
  let connecting: Promise<Connection> | undefined;
  let watched: Watched = {
    level: 1,
    tables: new Set(),
    lost: new Set(),
    views: new Set(),
    functions: new Set(),
  };
  let closed = false;

  const giveUp = (lost: Connection): void => {
    if (current !== lost) return;
    current = undefined;
    lost.client.end().catch(() => undefined);
  };
  const connect = async (): Promise<Connection> => {
    const connection: Connection = {
      client: await options.connect(),
      seen: undefined,
      looking: undefined,
      isTold: false,
    };
    connection.client.on('error', () => giveUp(connection));
    connection.client.on('end', () => giveUp(connection));
    current = connection;
    return connection;
  };
  const connected = async (): Promise<Connection> => {
    if (closed) throw new Error('The connection of the response cache is closed.');
    if (current) return current;
    connecting ??= connect().finally(() => (connecting = undefined));
    return connecting;
  };

  const look = async (on: Connection): Promise<void> => {
    const run: Run = async (text) => (await on.client.query({ text })).rows;
    on.isTold = false;
    // The snapshot is read first: a write that commits between the two is then found by the next question.
    const [now] = await run(SNAPSHOT);
    const [there] = await run(`select (${STRUCTURE}), ${SUBSCRIBES} as subscribes`);
    const tables = lower(await listTables(run, schema));
    const around = {
      views: lower(await listViews(run, schema)),
      functions: lower(await listFunctions(run)),
    };
    const tellsOfTables = options.triggers && tables.has(WRITES_TABLE) && there?.subscribes === false;
    const level = tellsOfTables ? 2 : 1;
    watched =
      level === 2
        ? { level, ...around, ...(await findWatched(run, schema, ignored)) }
        : { level, ...around, tables, lost: new Set() };
    on.seen = { snapshot: String(now?.snapshot), structure: there?.structure };
  };

  const lookOn = (on: Connection): Promise<void> => {
    on.looking ??= withTimeout(look(on), MOST_LOOKING_MS).finally(() => (on.looking = undefined));
    return on.looking;
  };

  const askOn = async (on: Connection): Promise<Touched> => {
    if (on.looking || !on.seen) {
      await lookOn(on);
      return 'all';
    }
    // The caller that began the reading gave up before its end, so nobody has been answered 'all' yet.
    if (!on.isTold) return 'all';
    const [now] = (await on.client.query({ name: 'response-cache-snapshot', text: SNAPSHOT })).rows;
    if (now?.snapshot === on.seen.snapshot) return [];
    if (watched.level === 1) {
      // Triggers may have been made since: a node that starts makes them.
      await lookOn(on);
      return 'all';
    }
    const since = (
      await on.client.query({
        name: 'response-cache-touched',
        text: touchedSinceStatement(schema),
        values: [on.seen.snapshot],
      })
    ).rows[0];
    if (since?.gaps !== false || since.structure !== on.seen.structure) {
      await lookOn(on);
      return 'all';
    }
    on.seen = { ...on.seen, snapshot: String(since.snapshot) };
    return (since.tables as string[]).map((table) => table.toLowerCase());
  };

  const first = await connected();
  try {
    await look(first);
  } catch (error) {
    giveUp(first);
    throw error;
  }
  // No caller depends on an earlier state yet.
  first.isTold = true;
  const prunes = reportRuns((error) =>
    options.warn(`old rows of ${WRITES_TABLE} are not removed: ${messageOf(error)}. It is tried again.`),
  );
  const pruning = setInterval(() => {
    if (watched.level === 2)
      options.execute(pruneStatement(schema, KEEP_SECONDS)).then(prunes.succeeded, prunes.failed);
  }, PRUNE_EVERY_MS);
  pruning.unref();

  return {
    async ask() {
      const on = await withTimeout(connected(), timeoutMs);
      try {
        const touched = await withTimeout(askOn(on), timeoutMs);
        on.isTold ||= touched === 'all';
        return touched;
      } catch (error) {
        if (!on.looking) giveUp(on);
        throw error;
      }
    },
    async clear() {
      const write = options.execute(
        `insert into ${quoteName(schema)}.${quoteName(WRITES_TABLE)} (xid, table_name) values (pg_current_xact_id(), ${quoteText(EVERY_TABLE)}) on conflict do nothing`,
      );
      if (watched.level === 2) await write;
      // If the table is missing or not writable, taking a transaction id is enough: every node then drops all of its entries.
      else await write.catch(() => options.execute('select pg_current_xact_id()'));
    },
    watched: () => watched,
    async close() {
      closed = true;
      clearInterval(pruning);
      const last = current;
      current = undefined;
      await last?.client.end();
    },
  };
};

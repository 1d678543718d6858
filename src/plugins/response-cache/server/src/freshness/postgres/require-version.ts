import type { Run } from './triggers';

/** `xid8` and `pg_current_snapshot` came with this version. */
const OLDEST = 130_000;

/** @throws Error if the server is older than PostgreSQL 13, which cannot say what was written since */
export const requireVersion = async (run: Run): Promise<void> => {
  const [row] = await run(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  if (Number(row?.number) < OLDEST)
    throw new Error(`the database is PostgreSQL ${String(row?.text)}: use SQLite, or PostgreSQL 13 or later`);
};

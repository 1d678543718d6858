import { startPostgres } from '../tests/support/postgres';
import { hostileRequests, type HostileRequest } from './hostile-requests';
import { serveNewsroom } from './newsroom';
import { median } from './measure';
import { milliseconds, show, times } from './show';

const ARTICLES = 2_000;
/** So few that each belongs to a hundred articles. */
const LINKED = 100;
const ROUNDS = 20;
/** No request may take longer than this many plain reads. */
export const MOST_READS = 100;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Measures the hostile requests in a newsroom with this environment, against a plain read of a list there. */
const measure = async (database: string, environment: Record<string, string>): Promise<void> => {
  const newsroom = await serveNewsroom(true, ARTICLES, 0, {
    RATE_LIMIT_PUBLIC: '0',
    BENCH_LINKED: String(LINKED),
    ...environment,
  });
  const send = async ({ path, body }: Omit<HostileRequest, 'name'>) => {
    const start = process.hrtime.bigint();
    const answer = await fetch(`${newsroom.address}${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const { byteLength } = await answer.arrayBuffer();
    return { took: Number(process.hrtime.bigint() - start) / 1e6, status: answer.status, size: byteLength };
  };
  try {
    const reads: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) reads.push((await send({ path: '/api/articles' })).took);
    const plain = median(reads.slice(ROUNDS / 4));
    const rows: string[][] = [];
    for (const request of hostileRequests) {
      const before = newsroom.memory();
      const { took, status, size } = await send(request);
      const grown = Math.max(0, newsroom.memory() - before);
      const ratio = took / plain;
      rows.push([
        request.name,
        String(status),
        milliseconds(took),
        times(ratio),
        megabytes(size),
        megabytes(grown),
        ratio > MOST_READS ? 'TOO MUCH' : '',
      ]);
    }
    show(
      `Hostile requests of less than 10 KB, against a plain read of ${milliseconds(plain)} (${ARTICLES.toLocaleString('en')} articles, ${database})`,
      ['', 'status', 'time', 'plain reads', 'answer', 'memory taken', ''],
      rows,
    );
  } finally {
    await newsroom.stop();
  }
};

/**
 * Sends the hostile requests as a visitor, on both databases. Shows the time of each against a plain read of a list, and the memory
 * that the process takes from the machine for it.
 */
export const benchHostileRequests = async (): Promise<void> => {
  await measure('SQLite', {});
  const postgres = await startPostgres();
  try {
    await measure('PostgreSQL', { DATABASE_CLIENT: 'postgres', DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
};

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../../tests/support/postgres';
import { createStandInProvider } from '../../tests/support/stand-in-provider';
import { runChild } from '../child-newsroom';
import { newSymbols } from '../new-listings';
import type { Published, ReadyNode } from './serve-due';
import { milliseconds, show, times } from '../show';

const PERIOD_MS = 25;
const IDLE_MS = 5_000;

/** The figure that 95 of 100 are below. */
const p95 = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;

/** Reads a list at a steady pace, from outside of the newsroom's process, until it is told to end. @returns how long each took */
const readSteadily = (address: string): { end(): Promise<number[]> } => {
  const figures: number[] = [];
  const reads: Promise<void>[] = [];
  const read = async (): Promise<void> => {
    const begun = process.hrtime.bigint();
    const answer = await fetch(`${address}/api/articles?pagination[pageSize]=20`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`A read was answered ${answer.status}.`);
    figures.push(Number(process.hrtime.bigint() - begun) / 1e6);
  };
  const timer = setInterval(() => reads.push(read()), PERIOD_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await Promise.all(reads);
      return figures;
    },
  };
};

/** So many articles that are due at once, against as many published one after the other, and reads meanwhile. */
const benchOn = async (
  database: string,
  symbols: readonly string[],
  environment: Record<string, string>,
): Promise<string[][]> => {
  const count = symbols.length / 2;
  const provider = await createStandInProvider();
  for (const symbol of symbols) provider.quote(symbol, { Price: 101, PrevClose: 100 });
  const node = await runChild<ReadyNode>('schedule/serve-due.js', [String(count)], {
    QUOTES_PROVIDER: 'cloudquote',
    QUOTES_API_KEY: 'a-key',
    QUOTES_BASE_URL: provider.baseUrl,
    RATE_LIMIT_PUBLIC: '0',
    ...environment,
  });
  const { address } = node.answer;
  const run = async (name: string) => {
    const requestsBefore = provider.requests.length;
    node.process.send(name);
    await once(node.process, 'message');
    const reads = readSteadily(address);
    const [published] = (await once(node.process, 'message')) as [Published];
    const figures = await reads.end();
    if (published.count !== count) throw new Error(`${published.count} of ${count} are out (${name}).`);
    return { ...published, p95: p95(figures), requests: provider.requests.length - requestsBefore };
  };
  try {
    const warm = readSteadily(address);
    await pause(IDLE_MS);
    await warm.end();
    const idle = readSteadily(address);
    await pause(IDLE_MS);
    const idleP95 = p95(await idle.end());
    const base = await run('back to back');
    const due = await run('due');
    if (!due.inOrder) throw new Error('What was due earlier did not go out earlier.');
    const rowOf = (name: string, of: Awaited<ReturnType<typeof run>>): string[] => [
      `${name}, ${database}`,
      milliseconds(of.milliseconds),
      times(of.milliseconds / base.milliseconds),
      String(of.requests),
      milliseconds(of.p95),
      times(of.p95 / idleP95),
      times(of.p95 / base.p95),
    ];
    return [
      [`idle, ${database}`, '', '', '', milliseconds(idleP95), times(1), ''],
      rowOf('back to back', base),
      rowOf('due at once', due),
    ];
  } finally {
    await node.stop();
    await provider.close();
  }
};

/** `npm run bench -- schedule 500`: articles that are due at the same time, on both databases. */
export const benchSchedule = async (count: number): Promise<void> => {
  // Those that the newsroom's process makes articles of.
  const symbols = newSymbols(2 * count);
  const rows = await benchOn('SQLite', symbols, {});
  const server = await startPostgres();
  try {
    rows.push(
      ...(await benchOn('PostgreSQL', symbols, { DATABASE_CLIENT: 'postgres', DATABASE_URL: server.url })),
    );
  } finally {
    await server.stop();
  }
  show(
    `${count} articles of one new quote each, due at once, against published one after the other`,
    ['', 'time', 'ratio', 'requests', 'reads p95', 'to idle', 'to back to back'],
    rows,
  );
};

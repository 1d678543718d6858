import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../src/command-line/root';
import { show } from '../show';

const HITS = 100_000;
const TEST = 'answers only what the database had while the request was under way';

interface Findings {
  answers: number;
  hits: number;
  writes: number;
  stale: unknown[];
}

const run = async (database: string, folder: string): Promise<Findings> => {
  const file = path.join(folder, `${database}.json`);
  const jest = spawn(
    process.execPath,
    [
      ...[
        'node_modules/jest/bin/jest.js',
        `tests/integration/response-cache/${database}.test.ts`,
        '-t',
        TEST,
      ],
      ...['--testTimeout', '900000'],
    ],
    {
      cwd: root,
      env: { ...process.env, CACHE_HITS: String(HITS), CACHE_FINDINGS: file },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let output = '';
  jest.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(jest, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`On ${database}, answers were stale, or the run failed:\n${output}`);
  return JSON.parse(await readFile(file, 'utf8')) as Findings;
};

/**
 * Runs the test that no answer is stale for longer than the test suite does: two nodes, all kinds of writers, and readers that
 * compare each answer with the database.
 */
export const benchNoStaleAnswers = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-bench-'));
  const rows: string[][] = [];
  try {
    for (const database of ['sqlite', 'postgres']) {
      const { answers, hits, writes, stale } = await run(database, folder);
      rows.push([
        database,
        ...[answers, hits, writes, stale.length].map((count) => count.toLocaleString('en')),
      ]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  show(
    'Answers that the database did not have while the request was under way (two nodes)',
    ['database', 'answers', 'of them hits', 'writes', 'stale'],
    rows,
  );
};

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { root } from '../src/command-line/root';

export interface Child<Answer> {
  process: ChildProcess;
  /** The line of JSON that the script printed, parsed. */
  answer: Answer;
  /** The file of its SQLite database. */
  database: string;
  /** Ends the process and deletes its database. */
  stop(): Promise<void>;
}

/** Runs a script of the benchmark in its own process, on an empty SQLite database unless the environment names another. */
export const runChild = async <Answer>(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Child<Answer>> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-bench-'));
  const database = path.join(folder, 'newsroom.db');
  const child = spawn(process.execPath, [path.join(__dirname, script), ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: database,
      QUOTES_PROVIDER: 'file',
      SERVE_ADMIN: 'false',
      LOG_LEVEL: 'error',
      STRAPI_TELEMETRY_DISABLED: 'true',
      // The cache would answer the requests that are to be measured. The benchmark of the cache switches it on.
      RESPONSE_CACHE_ENABLED: 'false',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout as Readable }), 'line') as Promise<[string]>,
    ended.then(([code]) => Promise.reject(new Error(`${script} ended with ${code}.`))),
  ]);
  return {
    process: child,
    answer: JSON.parse(line) as Answer,
    database,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

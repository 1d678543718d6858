import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A PostgreSQL server of its own; nothing has to be installed. It ends with this process, whatever happens to it. */
export const startPostgres = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const child = spawn(process.execPath, [path.resolve('tests/support/postgres-server.mjs')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(() => {
      throw new Error(`PostgreSQL did not start: ${complaints}`);
    }),
  ]);
  return {
    url,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
};

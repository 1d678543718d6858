import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../src/command-line/root';

export interface ServedNewsroom {
  /** Sends a request as a full-access API token; throws where the answer is not a success. */
  send(method: 'GET' | 'POST', where: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * A newsroom in a process of its own, on an empty SQLite database filled with so many articles of ten quotes each.
 *
 * @param quotes whether the plugin is on
 */
export const serveNewsroom = async (quotes: boolean, articles: number): Promise<ServedNewsroom> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-bench-'));
  const child = spawn(process.execPath, [path.join(__dirname, 'serve.js'), String(articles)], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.relative(root, path.join(folder, 'newsroom.db')),
      QUOTES_ENABLED: String(quotes),
      QUOTES_PROVIDER: 'file',
      SERVE_ADMIN: 'false',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    ended.then(([code]) => Promise.reject(new Error(`The newsroom ended with ${code}.`))),
  ]);
  const { address, token } = JSON.parse(line) as { address: string; token: string };

  return {
    async send(method, where, body) {
      const answer = await fetch(`${address}${where}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const json = (await answer.json()) as { errors?: unknown };
      if (!answer.ok || json.errors)
        throw new Error(`${method} ${where}: ${JSON.stringify(json).slice(0, 400)}`);
      return json;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

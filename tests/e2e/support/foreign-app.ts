import { spawn } from 'node:child_process';
import { freePort } from '../../support/free-port';
import { watch } from '../../support/running';
import { environmentOfOthers } from './make-foreign-app';

export interface ServedApp {
  /** `http://127.0.0.1:PORT` */
  address: string;
  /** What it has logged so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a built Strapi app, as its `npm run start` would, with a stand-in for its provider. */
export const serveForeignApp = async (app: string, quotes: { baseUrl: string }): Promise<ServedApp> => {
  const port = await freePort();
  const running = watch(
    spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
      cwd: app,
      env: {
        ...environmentOfOthers(),
        // In development, Strapi's first start opens a window of the developer's browser.
        NODE_ENV: 'test',
        HOST: '127.0.0.1',
        PORT: String(port),
        QUOTES_API_KEY: 'a-key-that-must-not-leak',
        QUOTES_BASE_URL: quotes.baseUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  await running.says('Strapi started successfully');
  return {
    address: `http://127.0.0.1:${port}`,
    output: running.output,
    async stop() {
      running.process.kill('SIGTERM');
      await running.ended;
    },
  };
};

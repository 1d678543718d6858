import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshEnvironment } from '../../support/environment';
import type { Database } from '../../support/newsroom';
import { startNode, type Node } from '../../support/node';
import { startPostgres } from '../../support/postgres';
import { createStandInProvider, type StandInProvider } from '../../support/stand-in-provider';
import { crashes } from './crashes';
import { manyNodes } from './many-nodes';
import { schedules } from './schedules';
import { operations } from './operations';

/** Newsrooms in processes of their own, which share a database and a provider. */
export interface Nodes {
  database: Database;
  provider: StandInProvider;
  folder: string;
  environment: Record<string, string>;
  /** Starts one; what is left of them ends with the tests. */
  start(environment?: Record<string, string>): Promise<Node>;
}

export const describeDurability = (database: Database): void => {
  describe(`durability on ${database}`, () => {
    let nodes: Nodes;
    let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
    const started: Node[] = [];

    beforeAll(async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-nodes-'));
      const provider = await createStandInProvider();
      postgres = database === 'postgres' ? await startPostgres() : undefined;
      provider.quote('MSFT', { Price: 480, PrevClose: 470 });
      provider.quote('ORCL', { Price: 180.03, PrevClose: 181 });
      provider.quote('AAPL', { Price: 272.19, PrevClose: 270 });
      const environment = {
        ...freshEnvironment(folder),
        NODE_ENV: 'test',
        DATABASE_CLIENT: database,
        DATABASE_URL: postgres?.url ?? '',
        QUOTES_PROVIDER: 'cloudquote',
        QUOTES_API_KEY: 'a-key',
        QUOTES_BASE_URL: provider.baseUrl,
        QUOTES_DEADLINE_MS: '400',
      };
      nodes = {
        database,
        provider,
        folder,
        environment,
        start: async (more = {}) => {
          const node = await startNode({ ...environment, ...more });
          started.push(node);
          return node;
        },
      };
    }, 120_000);

    afterAll(async () => {
      for (const node of started) {
        node.kill();
        await node.gone;
      }
      await nodes.provider.close();
      await postgres?.stop();
      await rm(nodes.folder, { recursive: true, force: true });
    }, 60_000);

    describe('a node that is killed', () => crashes(() => nodes));
    if (database === 'postgres') describe('many nodes', () => manyNodes(() => nodes));
    describe('the schedule', () => schedules(() => nodes));
    describe('operations', () => operations(() => nodes));
  });
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { shiftDatabaseTime } from '../../src/newsroom/clock/database-time';
import { openSession } from './admin-user';
import { takeClock, type Clock } from './clock';
import { freshEnvironment } from './environment';
import { loadStrapi } from './load-strapi';
import { startPostgres } from './postgres';
import { addTestTypes } from './test-types';
import { createStandInProvider, type StandInProvider } from './stand-in-provider';

export type Database = 'sqlite' | 'postgres';

/** The real newsroom, booted, with a stand-in for its quote provider. */
export interface Newsroom {
  strapi: Core.Strapi;
  database: Database;
  provider: StandInProvider;
  clock: Clock;
  /** The compiled app that it was booted from. */
  distDir: string;
  /** The API over HTTP. */
  http: () => ReturnType<typeof supertest>;
  /** The bearer token of a super admin. */
  adminToken: string;
  /** The deadline that publishing may wait for, in milliseconds. */
  deadlineMs: number;
  stop(): Promise<void>;
}

/** The super admin of every test. */
export const ADMIN = {
  email: 'admin@example.com',
  password: 'Sufficiently-long-1',
  firstname: 'Ada',
  lastname: 'Admin',
};

/** Short, because tests of a silent provider wait it out. */
const DEADLINE_MS = 400;

const root = path.resolve(__dirname, '../..');

const createAdmin = async (strapi: Core.Strapi): Promise<void> => {
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi
    .service('admin::user')
    .create({ ...ADMIN, registrationToken: null, isActive: true, roles: [role.id] });
};

/** No test cuts the power: commits need not wait for the disk. PostgreSQL is started so. */
const skipFlushes = async ({ db }: Core.Strapi): Promise<void> => {
  if (db.dialect.client === 'sqlite') await db.connection.raw('pragma synchronous = off');
};

/** Signs the super admin in, as a browser would: a token is over when enough time has passed. */
export const signIn = async ({ strapi }: Pick<Newsroom, 'strapi'>): Promise<string> => {
  const { email, password } = ADMIN;
  const answer = await supertest(strapi.server.httpServer)
    .post('/admin/login')
    .send({ email, password })
    .expect(200);
  return answer.body.data.token;
};

/** A new session of the super admin, past the sign-in form: Strapi lets nobody sign in more than five times in five minutes. */
export const renewSession = async ({ strapi }: Pick<Newsroom, 'strapi'>): Promise<string> => {
  const user: { id: number } = await strapi.db
    .query('admin::user')
    .findOne({ where: { email: ADMIN.email } });
  return openSession(strapi, user.id);
};

export interface StartOptions {
  /** Overrides of environment variables, for tests of configuration. */
  environment?: Record<string, string>;
  /** The time of day; Jest's, in the tests' hands, unless another is given. */
  clock?: Clock;
  /** Whether the content types of `test-types.ts` are added to the newsroom's own. */
  testTypes?: boolean;
  /** Whether the app's own jobs run at their times, as they do outside of tests. */
  jobs?: boolean;
}

/** Boots the compiled app (`npm test` compiles it first) on an empty database of its own. */
export const startNewsroom = async (
  database: Database,
  { environment = {}, clock = takeClock(), testTypes = false, jobs = false }: StartOptions = {},
): Promise<Newsroom> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-test-'));
  const provider = await createStandInProvider();
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  Object.assign(process.env, freshEnvironment(folder), {
    NODE_ENV: 'test',
    DATABASE_CLIENT: database,
    DATABASE_URL: postgres?.url ?? '',
    QUOTES_PROVIDER: 'cloudquote',
    QUOTES_API_KEY: 'test-key-that-must-not-leak',
    QUOTES_BASE_URL: provider.baseUrl,
    QUOTES_DEADLINE_MS: String(DEADLINE_MS),
    ...environment,
  });
  const compiled = path.join(root, 'dist');
  // Inside the project, where `require` finds its packages.
  const extended = path.join(root, '.tmp', path.basename(folder));
  const release = async (): Promise<void> => {
    await provider.close();
    await postgres?.stop();
    for (const made of [folder, extended]) await rm(made, { recursive: true, force: true });
    clock.giveBack();
  };
  const distDir = testTypes ? await addTestTypes(compiled, extended) : compiled;
  const { createStrapi } = loadStrapi();
  const strapi = await createStrapi({ appDir: root, distDir })
    .load()
    .catch(async (error: unknown) => {
      // What is left open would keep the test run from ending.
      await release();
      throw error;
    });
  // Tests say when time passes: nothing retries behind their back.
  if (!jobs) strapi.cron.destroy();
  await skipFlushes(strapi);
  strapi.server.mount();
  await createAdmin(strapi);
  const adminToken = await signIn({ strapi });
  return {
    strapi,
    database,
    provider,
    clock: {
      ...clock,
      advance: (milliseconds) => {
        clock.advance(milliseconds);
        strapi.plugin('quote-snapshots').service('clock').shift(milliseconds);
        shiftDatabaseTime(strapi, milliseconds);
      },
    },
    distDir,
    http: () => supertest(strapi.server.httpServer),
    adminToken,
    deadlineMs: DEADLINE_MS,
    stop: async () => {
      await strapi.plugin('quote-snapshots').service('capture').flush();
      await strapi.destroy();
      await release();
    },
  };
};

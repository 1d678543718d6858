import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshEnvironment } from '../support/environment';
import { SHORT_LIVED } from '../support/short-lived';

const root = path.resolve(__dirname, '../..');

/** Boots the newsroom with the built plugin, says whether Yahoo's package was loaded, and ends. */
const BOOT = `
  const { createStrapi } = require('@strapi/strapi');
  const loaded = () => Object.keys(require.cache).some((file) => file.includes('yahoo-finance2'));
  createStrapi({ appDir: process.cwd(), distDir: 'dist' }).load()
    .then((strapi) => { console.log('yahoo-finance2 loaded:', loaded()); return strapi.destroy(); })
    .then(() => process.exit(0), (error) => { console.error(error.message); process.exit(1); });`;

/** In processes of their own: what is loaded and logged at boot is there for good. */
describe('providers at boot', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-boot-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const boot = (variables: Record<string, string>): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        ...freshEnvironment(folder),
        NODE_ENV: 'production',
        // No .env of whoever runs the tests.
        ENV_PATH: path.join(folder, 'none.env'),
        LOG_LEVEL: 'warn',
        ...variables,
      };
      execFile(
        process.execPath,
        [...SHORT_LIVED, '-e', BOOT],
        { cwd: root, env },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
        },
      );
    });

  it('warn where the licence forbids showing quotes', async () => {
    const { code, output } = await boot({
      QUOTES_PROVIDER: 'finnhub',
      QUOTES_API_KEY: 'k3y-that-must-not-leak',
    });
    expect(output).toMatch(/"finnhub" do not allow its quotes to be shown to the public/);
    expect(output).toContain('yahoo-finance2 loaded: false');
    expect(output).not.toContain('k3y-that-must-not-leak');
    expect(code).toBe(0);
  }, 120_000);

  it('load a package of their own where they are chosen', async () => {
    const { code, output } = await boot({ QUOTES_PROVIDER: 'yahoo', QUOTES_LICENCE: 'display' });
    expect(output).toContain('yahoo-finance2 loaded: true');
    expect(output).not.toContain('shown to the public');
    expect(code).toBe(0);
  }, 120_000);

  it('stop it where they cannot start, and say what is missing', async () => {
    const { code, output } = await boot({ QUOTES_PROVIDER: 'alpaca', QUOTES_API_KEY: 'only-one-half' });
    expect(output).toContain('write them as ID:SECRET in QUOTES_API_KEY');
    expect(output).not.toContain('only-one-half');
    expect(code).toBe(1);
  }, 120_000);
});

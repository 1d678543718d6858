import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');
const sample = path.join(root, 'tests/support/strapi-provider-quotes-sample');
const providers = path.join(root, 'src/plugins/quote-snapshots/dist/providers/index.js');

/** A provider that somebody else wrote, installed in an app as a package is, against the built plugin. */
describe('a provider of a third party', () => {
  let app: string;
  beforeAll(async () => {
    app = await mkdtemp(path.join(tmpdir(), 'quotemark-app-'));
    await writeFile(path.join(app, 'package.json'), '{"name":"an-app","private":true}');
    const { stdout } = await run('npm', ['pack', sample, '--silent'], { cwd: app });
    await run(
      'npm',
      ['install', `./${stdout.trim()}`, '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund'],
      {
        cwd: app,
      },
    );
    await symlink(
      path.join(root, 'src/plugins/quote-snapshots'),
      path.join(app, 'node_modules/strapi-plugin-quote-snapshots'),
    );
  }, 120_000);
  afterAll(() => rm(app, { recursive: true, force: true }));

  /** Evaluates a script in a process of its own, with `load(name, options)` at hand. */
  const evaluate = async (script: string): Promise<string> => {
    const prelude = `const { loadProvider } = require(${JSON.stringify(providers)});
      const load = (name, options) => loadProvider({ name, appRoot: ${JSON.stringify(app)}, ...options }, 'QUOTES_PROVIDER');
      (async () => { ${script} })().catch((error) => { console.log(error.message); });`;
    return (await run(process.execPath, ['-e', prelude], { cwd: app })).stdout.trim();
  };

  it('passes the contract tests that its author runs', async () => {
    const { stdout } = await run(process.execPath, ['--test', sample], { cwd: sample });
    expect(stdout).toMatch(/# pass [1-9]\d/);
    expect(stdout).toContain('# fail 0');
  }, 60_000);

  it.each([
    'sample',
    'strapi-provider-quotes-sample',
    './node_modules/strapi-provider-quotes-sample/index.js',
  ])(
    'is found as “%s”, and asked',
    async (name) => {
      const said = await evaluate(`
        const { startStandIn } = await import(${JSON.stringify(path.join(sample, 'stand-in.mjs'))});
        const standIn = await startStandIn();
        const provider = load(${JSON.stringify(name)}, { apiKey: 'key', baseUrl: standIn.baseUrl });
        const instruments = [{ mic: 'XLON', symbol: 'VOD' }, { mic: 'XTKS', symbol: '7203' }];
        const answers = await provider.getQuotes({ instruments, signal: AbortSignal.timeout(5000) });
        console.log(JSON.stringify([provider.name, ...answers]));
        standIn.close();`);
      expect(JSON.parse(said)).toMatchObject([
        'sample',
        ['XLON:VOD', { quote: { price: 0.7124, currency: 'GBP', quoteUnit: 'GBX' } }],
        ['XTKS:7203', { failure: { code: 'unknown-instrument' } }],
      ]);
    },
    60_000,
  );

  it('says what to install where it is missing, and what is wrong where it is no provider', async () => {
    const folder = path.join(app, 'node_modules');
    const write = async (name: string, file: string, text: string, extra: object = {}) => {
      await mkdir(path.join(folder, name), { recursive: true });
      await writeFile(path.join(folder, name, file), text);
      await writeFile(
        path.join(folder, name, 'package.json'),
        JSON.stringify({ name, main: file, ...extra }),
      );
    };
    await write('no-init', 'index.js', 'module.exports = {}');
    await write('half', 'index.js', "exports.init = () => ({ name: 'half', maxBatch: 0 })");
    await write('broken', 'index.js', "require('not-there')");
    await write('modern', 'index.mjs', 'export default { init: () => ({}) }; export const other = 1;');
    await write('waiting', 'index.mjs', 'await null; export const init = () => ({});');
    await write('unlisted', 'index.mjs', 'export const init = 1;', { exports: { import: './index.mjs' } });

    const messageOf = (name: string) => evaluate(`load(${JSON.stringify(name)})`);
    expect(await messageOf('acme')).toMatch(
      /QUOTES_PROVIDER is "acme".*npm install strapi-provider-quotes-acme$/,
    );
    expect(await messageOf('@acme/quotes')).toMatch(/npm install @acme\/quotes$/);
    expect(await messageOf('./acme.js')).toMatch(/there is no such file below/);
    expect(await messageOf('no-init')).toMatch(/"no-init": it exports no function init\(options\)/);
    expect(await messageOf('half')).toMatch(/maxBatch/);
    expect(await messageOf('half')).toMatch(/getQuotes/);
    expect(await messageOf('broken')).toMatch(/"broken" cannot be loaded: Cannot find module 'not-there'/);
    // Loaded, and found wanting: an ES module is no obstacle.
    expect(await messageOf('modern')).toMatch(/init\(options\) does not return a provider/);
    expect(await messageOf('waiting')).toMatch(/is an ES module that cannot be loaded at once/);
    expect(await messageOf('unlisted')).toMatch(/exports nothing that can be required/);
    expect(await messageOf('toString')).toMatch(/npm install strapi-provider-quotes-toString/);
  }, 60_000);
});

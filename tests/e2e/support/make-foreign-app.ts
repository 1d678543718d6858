import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { linkTree } from './link-tree';

const root = path.resolve(__dirname, '../../..');
const plugin = path.join(root, 'src/plugins/quote-snapshots');
const PLUGIN = 'strapi-plugin-quote-snapshots';
const cache = path.join(root, 'src/plugins/response-cache');
const CACHE = 'strapi-plugin-response-cache';

const execute = promisify(execFile);

/**
 * The environment without what npm and Playwright tell their children of this repository. `npm run -s` would make npm silent
 * in the other app, too: an error that is read below would be empty.
 */
export const environmentOfOthers = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local|config_loglevel)|^NODE_ENV$/.test(name),
    ),
  ),
  STRAPI_TELEMETRY_DISABLED: 'true',
});

/** Runs a command to its end; rejects with all that it wrote where it fails. */
const run = async (command: string, args: string[], cwd: string): Promise<string> => {
  try {
    const { stdout } = await execute(command, args, { cwd, env: environmentOfOthers(), maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
};

const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
const writeJson = (file: string, value: unknown) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`);

/** The nth code block of this language in the plugin's README: what its readers copy is what is tested. */
const readmeBlock = async (language: string, n = 0): Promise<string> => {
  const readme = await readFile(path.join(plugin, 'README.md'), 'utf8');
  const [, block] = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))][n] ?? [];
  if (block === undefined) throw new Error(`The plugin's README has no code block ${n} of "${language}".`);
  return block;
};

/** A new TypeScript app by Strapi's own generator, with SQLite. */
const generateApp = async (folder: string, strapi: string | undefined): Promise<string> => {
  const installed = path.join(root, 'node_modules/create-strapi-app/bin/index.js');
  const choices = ['--non-interactive', '--typescript', '--dbclient', 'sqlite', '--dbfile', '.tmp/data.db'];
  const without = ['--no-run', '--no-install', '--skip-cloud', '--no-git-init', '--no-example'];
  const [command, generator] = strapi
    ? ['npx', ['--yes', `create-strapi-app@${strapi}`]]
    : [process.execPath, [installed]];
  await run(command, [...generator, 'app', ...choices, ...without], folder);
  return path.join(folder, 'app');
};

/** The version of this driver that is compiled here, so that it need not be compiled again. */
const keepDriver = async (app: string, manifest: { dependencies: Record<string, string> }): Promise<void> => {
  const driver = await readJson(path.join(root, 'node_modules/better-sqlite3/package.json'));
  manifest.dependencies['better-sqlite3'] = driver.version;
  await writeJson(path.join(app, 'package.json'), manifest);
};

/**
 * Installs the plugins' tarballs with npm, as anyone would. npm finds most of Strapi in place, removes what neither the
 * app nor a tarball asks for, and fetches what is missing: minutes less than from nothing, with the same result.
 */
const install = async (app: string, tarballs: readonly string[]): Promise<void> => {
  await keepDriver(app, await readJson(path.join(app, 'package.json')));
  const ours = new Set([PLUGIN, CACHE, '.bin', '.cache', '.strapi', '.package-lock.json']);
  linkTree(path.join(root, 'node_modules'), path.join(app, 'node_modules'), (name) => ours.has(name));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], app);
};

/**
 * The same for another version of Strapi, from nothing. Strapi's packages ask for each other as `^5.0.0`, so npm would put the
 * newest of some beside the wanted version of others: each is held to the one version.
 *
 * @returns whether npm found the version inside of the plugins' peer range
 */
const installFor = async (app: string, tarballs: readonly string[], strapi: string): Promise<boolean> => {
  const manifest = await readJson(path.join(app, 'package.json'));
  manifest.dependencies['@strapi/plugin-graphql'] = strapi;
  const asked = await run('npm', ['view', `@strapi/strapi@${strapi}`, 'dependencies', '--json'], app);
  const ofStrapi = Object.entries(JSON.parse(asked) as Record<string, string>);
  manifest.overrides = Object.fromEntries(
    ofStrapi.filter(([name, version]) => name.startsWith('@strapi/') && version === strapi),
  );
  await keepDriver(app, manifest);
  linkTree(
    path.join(root, 'node_modules/better-sqlite3'),
    path.join(app, 'node_modules/better-sqlite3'),
    () => false,
  );
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs];
  try {
    await run('npm', install, app);
    return true;
  } catch (error) {
    if (!String(error).includes('ERESOLVE')) throw error;
    await run('npm', [...install, '--force'], app);
    return false;
  }
};

/** A content type of the app's own, by Strapi's own generator, which opts in as the README says. */
const addReports = async (app: string): Promise<void> => {
  const options = {
    ...{ displayName: 'Report', singularName: 'report', pluralName: 'reports', kind: 'collectionType' },
    ...{ id: 'report', destination: 'new', bootstrapApi: true, attributes: [] },
  };
  const generate = `require('@strapi/generators').generate('content-type', ${JSON.stringify(options)}, { dir: process.cwd() })`;
  await run(process.execPath, ['-e', generate], app);
  const file = path.join(app, 'src/api/report/content-types/report/schema.json');
  await writeJson(file, {
    ...(await readJson(file)),
    options: { draftAndPublish: true },
    ...JSON.parse(await readmeBlock('json')),
    attributes: {
      headline: { type: 'string', required: true },
      text: { type: 'richtext' },
      body: { type: 'blocks' },
    },
  });
};

/** The configuration that the README gives, asking the stand-in instead of the vendor, beside the response cache. */
const configure = async (app: string): Promise<void> => {
  const given = await readmeBlock('ts');
  const key = "apiKey: env('QUOTES_API_KEY')";
  if (!given.includes(key)) throw new Error(`The README's config/plugins.ts no longer has ${key}.`);
  // The README's block on both plugins in one app. Readers are told what was cached: the tests look at it.
  const cache = (await readmeBlock('js')).replace('config: {', "config: { explainTo: 'everyone',");
  if (!cache.includes("explainTo: 'everyone'"))
    throw new Error(`The README configures no response cache:\n${cache}`);
  const before = '// … what the file has already';
  if (!given.includes(before)) throw new Error(`The README's config/plugins.ts no longer has ${before}.`);
  const config = given.replace(key, `${key}, baseUrl: env('QUOTES_BASE_URL')`).replace(before, cache);
  await writeFile(path.join(app, 'config/plugins.ts'), config);
};

/** Code of the app's that uses the plugin's types: it compiles only where they are there, and are not `any`. */
const TYPED = `import type { QuoteProvider } from '${PLUGIN}/provider-kit';
import type plugin from '${PLUGIN}/strapi-server';

type Capture = ReturnType<(typeof plugin)['services']['capture']>;
type IsAny<T> = 0 extends 1 & T ? true : false;

export const untyped: [IsAny<QuoteProvider>, IsAny<Capture>, IsAny<Capture['recapture']>] = [false, false, false];
export const recapture = (strapi: { plugin(name: string): { service<T>(name: string): T } }, id: string) =>
  strapi.plugin('quote-snapshots').service<Capture>('capture').recapture(id, 'The price was wrong.');
`;

/** @returns the plugin's tarball, as it would be published */
const pack = async (source: string, folder: string): Promise<string> => {
  const [{ filename }] = JSON.parse(
    await run('npm', ['pack', '--json', '--pack-destination', folder], source),
  );
  return path.join(folder, filename);
};

/**
 * A Strapi app that knows nothing of the newsroom: made by Strapi's generator, the packed plugins installed by npm, set
 * up as their READMEs say, and built.
 *
 * @param folder an empty one, outside of this repository
 * @param strapi a version to install from the registry, with the GraphQL plugin; the one of this repository where absent
 * @returns the app's folder in it, and whether npm found that version inside of the plugins' peer range
 * @throws Error with the whole output of the step that failed
 */
export const makeForeignApp = async (
  folder: string,
  strapi?: string,
): Promise<{ app: string; inPeerRange: boolean }> => {
  const tarballs = [await pack(plugin, folder), await pack(cache, folder)];
  const app = await generateApp(folder, strapi);
  const inPeerRange = strapi ? await installFor(app, tarballs, strapi) : true;
  if (!strapi) await install(app, tarballs);
  await addReports(app);
  await configure(app);
  await mkdir(path.join(app, 'src/quotes'));
  await writeFile(path.join(app, 'src/quotes/typed.ts'), TYPED);
  await run('npm', ['run', 'build'], app);
  return { app, inPeerRange };
};

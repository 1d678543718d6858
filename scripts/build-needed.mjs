// Builds the plugins, the server and, with --admin, the admin UI, each only if it is older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PLUGINS = [
  { folder: 'src/plugins/quote-snapshots', script: 'build:plugin' },
  { folder: 'src/plugins/response-cache', script: 'build:cache' },
];

/** The newest modification time of a file, or of any file in a folder; 0 if there is none. */
const newest = (relative, skip = []) => {
  const full = path.join(root, relative);
  if (!existsSync(full) || skip.includes(relative)) return 0;
  const stat = statSync(full);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(full).filter((name) => name !== 'node_modules' && name !== 'dist');
  return Math.max(0, ...entries.map((name) => newest(path.join(relative, name), skip)));
};

const run = (what, command, args) => {
  console.log(`Building ${what} …`);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  console.error(`Building ${what} failed.`);
  process.exit(1);
};

const lock = newest('package-lock.json');
const built = (file) => (existsSync(path.join(root, file)) ? statSync(path.join(root, file)).mtimeMs : 0);

for (const { folder, script } of PLUGINS) {
  const sources = Math.max(
    newest(`${folder}/server`),
    newest(`${folder}/admin`),
    newest(`${folder}/package.json`),
  );
  if (built(`${folder}/dist/server/index.js`) < sources)
    run(`the plugin ${path.basename(folder)}`, 'npm', ['run', script]);
}
const serverSources = Math.max(
  newest('config'),
  newest('bench'),
  newest('tests/support'),
  newest('src', [...PLUGINS.map(({ folder }) => folder), 'src/admin']),
  newest('tsconfig.json'),
);
if (built('dist/tsconfig.tsbuildinfo') < serverSources || !existsSync(path.join(root, 'dist/src/index.js'))) {
  run('the server', 'npx', ['tsc', '-p', 'tsconfig.json']);
}
if (process.argv.includes('--admin')) {
  const adminSources = Math.max(
    lock,
    newest('src/admin'),
    // The code that the admin UI shares with the server, besides types: it words reasons and reads Markdown.
    newest('src/newsroom/refusals'),
    newest('src/newsroom/text'),
    ...PLUGINS.flatMap(({ folder }) => [newest(`${folder}/admin`), built(`${folder}/package.json`)]),
  );
  if (built('dist/build/index.html') < adminSources)
    run('the admin UI (about a minute)', 'npx', ['strapi', 'build']);
}

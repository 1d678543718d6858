// Tries the packed plugin in a new app of another version of Strapi: npm run compat -- 5.50.2
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [version, ...more] = process.argv.slice(2);

if (more.length > 0 || !/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  console.error('Name one version of Strapi in full: npm run compat -- 5.50.2');
  process.exit(2);
}

const run = (command, args, environment = {}) => {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

run('node', ['scripts/build-needed.mjs']);
run('npx', ['jest', '--config', 'tests/compat/jest.config.js'], { COMPAT_STRAPI: version });

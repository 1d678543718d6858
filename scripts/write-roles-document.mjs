// Writes docs/roles.md by running the test that normally compares it, so that the document says only what was tried.
import { spawnSync } from 'node:child_process';

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, WRITE_ROLES_DOCUMENT: 'true' },
    shell: process.platform === 'win32',
  }).status ?? 1;

process.exit(
  run('node', ['scripts/build-needed.mjs']) ||
    run('npx', ['jest', 'tests/integration/sqlite.test.ts', '-t', 'access matrix']),
);

import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
const readJson = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/**
 * From npm 12 on, `npm ci` runs no install script that `allowScripts` does not name, and says so in a warning alone: SQLite's
 * driver was not compiled, and the newsroom did not start.
 * See `npm help install-scripts`.
 */
it('every package with an install script is allowed to run it, or forbidden', () => {
  const packages: Record<string, { hasInstallScript?: boolean }> = readJson('package-lock.json').packages;
  const withScript = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect(withScript).toContain('better-sqlite3');
  expect(Object.keys(readJson('package.json').allowScripts)).toEqual([...new Set(withScript)].sort());
});

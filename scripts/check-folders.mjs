// Checks that no source folder has more files than a reader can survey. Part of `npm run lint`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_FILES = 24;
const SOURCES = ['src', 'config', 'scripts', 'bench'];
const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'screenshots']);

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** This folder and the folders below it that directly contain too many files. */
const tooFull = (folder) => {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).length;
  const below = entries.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
  return [
    ...(files > MOST_FILES ? [`${folder}: ${files} files`] : []),
    ...below.flatMap(({ name }) => tooFull(path.join(folder, name))),
  ];
};

const full = SOURCES.flatMap(tooFull);
if (full.length > 0) {
  console.error(`More than ${MOST_FILES} files in one folder. Split it by the jobs that its files do:`);
  for (const line of full) console.error(`  ${line}`);
  process.exit(1);
}

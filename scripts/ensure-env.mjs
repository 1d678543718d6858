// Makes .env from .env.example if there is none, with new random keys, so that no secret is ever committed.
// It uses only Node's own modules, because it runs before anything is built.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const example = readFileSync(path.join(root, '.env.example'), 'utf8');
const filled = example
  .split('\n')
  .map((line) =>
    line.startsWith('#') ? line : line.replace(/\bgenerate\b/g, () => randomBytes(24).toString('base64')),
  )
  .join('\n');
try {
  // "wx" fails if the file exists, so that two starts at the same time make only one file.
  writeFileSync(path.join(root, '.env'), filled, { flag: 'wx', mode: 0o600 });
  console.log('Made .env with new random keys.');
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
}

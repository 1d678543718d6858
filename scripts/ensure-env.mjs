// Makes .env from .env.example, with fresh random keys, where there is none: no secret is ever committed.
// Node's own modules only: it runs before anything is built.
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
  // "wx" fails where the file is there already: two starts at once make one file.
  writeFileSync(path.join(root, '.env'), filled, { flag: 'wx', mode: 0o600 });
  console.log('Made .env with fresh random keys.');
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
}

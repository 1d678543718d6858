import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** Read and written by the account that the newsroom runs as. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Sees to it that nobody else on the machine can read a SQLite database: SQLite makes a file that everybody may read,
 * with drafts and hashes of passwords in it. What is made beside it (`-wal`, `-shm`, `-journal`) takes the rights of the
 * database; what is there from before is given them. A folder that is there already keeps its rights.
 */
export const restrictDatabaseFile = (filename: string): void => {
  mkdirSync(path.dirname(filename), { recursive: true, mode: OWN_FOLDER });
  closeSync(openSync(filename, 'a', OWN_FILE));
  for (const file of ['', '-wal', '-shm', '-journal'].map((suffix) => `${filename}${suffix}`)) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && (found.mode & OTHERS) !== 0) chmodSync(file, OWN_FILE);
  }
};

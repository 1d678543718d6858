import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** Read and written by the account that the newsroom runs as. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Makes a SQLite database readable by its own account alone: SQLite creates files that everybody on the machine may read, and
 * this one holds drafts and hashes of passwords. Files that SQLite creates beside it (`-wal`, `-shm`, `-journal`) take over the
 * database's mode; existing ones are changed. An existing folder is not.
 */
export const restrictDatabaseFile = (filename: string): void => {
  mkdirSync(path.dirname(filename), { recursive: true, mode: OWN_FOLDER });
  closeSync(openSync(filename, 'a', OWN_FILE));
  for (const file of ['', '-wal', '-shm', '-journal'].map((suffix) => `${filename}${suffix}`)) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && (found.mode & OTHERS) !== 0) chmodSync(file, OWN_FILE);
  }
};

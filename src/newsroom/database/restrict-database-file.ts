import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** Read and write permission for the newsroom's own account only. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Makes a SQLite database readable only by the newsroom's own account. By default SQLite creates files that every account on the
 * machine may read, and this one has drafts and hashes of passwords. Files that SQLite creates beside it (`-wal`, `-shm`,
 * `-journal`) take over its mode; existing ones are changed here. An existing folder is not changed.
 */
export const restrictDatabaseFile = (filename: string): void => {
  mkdirSync(path.dirname(filename), { recursive: true, mode: OWN_FOLDER });
  closeSync(openSync(filename, 'a', OWN_FILE));
  for (const file of ['', '-wal', '-shm', '-journal'].map((suffix) => `${filename}${suffix}`)) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && (found.mode & OTHERS) !== 0) chmodSync(file, OWN_FILE);
  }
};

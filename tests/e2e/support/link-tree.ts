import { copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one without hard links.
    copyFileSync(from, to);
  }
};

/**
 * A folder once more, in seconds and without taking room: its files are hard links where the disk allows, else copies.
 * Whoever removes or replaces a file in one of them leaves the other as it is; writing into a file would change both.
 *
 * @param skip whether an entry, named from `from`, is left out
 */
export const linkTree = (
  from: string,
  to: string,
  skip: (relative: string) => boolean,
  within = '',
): void => {
  mkdirSync(path.join(to, within), { recursive: true });
  for (const entry of readdirSync(path.join(from, within), { withFileTypes: true })) {
    const relative = path.join(within, entry.name);
    if (skip(relative)) continue;
    const [source, target] = [path.join(from, relative), path.join(to, relative)];
    if (entry.isDirectory()) linkTree(from, to, skip, relative);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
};

import type { Core } from '@strapi/strapi';
import { readEmbargoedPictures } from './embargoed-pictures';
import { isPublishedPicture } from './published-pictures';

/** Whether two names are of one file: a rendition is called small_, medium_ … and the hash. */
const isSameFile = (one: string, other: string): boolean =>
  one === other || one.endsWith(`_${other}`) || other.endsWith(`_${one}`);

/**
 * Which of these files are pictures of articles under embargo, and are shown to readers by nothing else.
 *
 * @param hashes what Strapi calls the files in its storage, or their renditions
 */
export const readWithheldPictures = async (
  strapi: Core.Strapi,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (hashes.length === 0) return new Set();
  const embargoed = new Set((await readEmbargoedPictures(strapi)).map(({ hash }) => hash));
  const withheld = new Set<string>();
  for (const hash of new Set(hashes)) {
    const names = [...embargoed].filter((one) => isSameFile(one.toLowerCase(), hash.toLowerCase()));
    let isPublished = names.length === 0;
    for (const name of new Set([hash, ...names])) {
      isPublished ||= await isPublishedPicture(strapi, name);
    }
    if (!isPublished) withheld.add(hash);
  }
  return withheld;
};

/** Whether the files whose deletion this process has begun were withheld then, by their hashes. */
const deletions = new WeakMap<Core.Strapi, Map<string, boolean>>();

/**
 * Notes, before a file is deleted, whether it is withheld. Strapi sends the event while it deletes and removes the file from all
 * entries, so later nobody can tell any more whose picture it was.
 */
export const noteDeletion = async (strapi: Core.Strapi, hash: unknown): Promise<void> => {
  if (typeof hash !== 'string') return;
  const known = deletions.get(strapi) ?? new Map<string, boolean>();
  deletions.set(strapi, known);
  known.set(hash, (await readWithheldPictures(strapi, [hash])).has(hash));
};

/** Whether a file was withheld when its deletion began; undefined if this process has deleted no such file. */
export const wasWithheldAtDeletion = (strapi: Core.Strapi, hash: string): boolean | undefined =>
  deletions.get(strapi)?.get(hash);

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

/** The hashes of withheld files that this process has deleted. */
const deleted = new WeakMap<Core.Strapi, Set<string>>();

/**
 * Notes that a withheld file is about to be deleted. Strapi tells its webhooks while it deletes, and takes the file off all entries: once
 * an event is sent, nobody can tell any more whose picture it was.
 */
export const noteDeletion = async (strapi: Core.Strapi, hash: unknown): Promise<void> => {
  if (typeof hash !== 'string') return;
  const known = deleted.get(strapi) ?? new Set<string>();
  deleted.set(strapi, known);
  for (const one of await readWithheldPictures(strapi, [hash])) known.add(one);
};

/** Whether a file was withheld when it was deleted. */
export const wasDeletedWithheld = (strapi: Core.Strapi, hash: string): boolean =>
  deleted.get(strapi)?.has(hash) ?? false;

import type { Core } from '@strapi/strapi';
import { readEmbargoedPictures, type EmbargoedPicture } from '../embargo/embargoed-pictures';
import { isPublishedPicture } from '../embargo/published-pictures';
import { FILE } from '../files/stored-files';
import { ARTICLE } from '../type-names';
import type { Models } from './models';
import { andWhere } from './restrict-query';
import { readUnrestricted } from './unrestricted-reads';
import type { Query, Visibility } from './visibility';

const isLimitedToPublished = ({ draftResponse }: Visibility): boolean => draftResponse === 'sent-fields';

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Whether a part of a query uses files: a populate or a filter names a relation by its attribute. */
const namesFiles = (part: unknown, attributes: ReadonlySet<string>): boolean => {
  if (part === true) return true;
  if (typeof part === 'string') return part === '*' || part.split('.').some((name) => attributes.has(name));
  if (Array.isArray(part)) return part.some((one) => namesFiles(one, attributes));
  if (typeof part !== 'object' || part === null || part instanceof Date) return false;
  // A knex subquery contains references to itself, so it is not searched. It may be about files.
  if (!isPlainObject(part)) return true;
  return Object.entries(part).some(
    ([name, value]) => attributes.has(name) || (typeof value === 'object' && namesFiles(value, attributes)),
  );
};

/** The names of all attributes that link to files, or to entries of any type. */
const fileAttributes = (models: Models): ReadonlySet<string> =>
  new Set(
    models
      .uids()
      .flatMap((uid) =>
        models
          .relationNames(uid)
          .filter((name) => models.relationTarget(uid, name) === FILE || models.isPolymorphic(uid, name)),
      ),
  );

const attributesOf = new WeakMap<Models, ReadonlySet<string>>();

/**
 * Whether a query may find a file that must be hidden. A caller who sees only published entries reaches only pictures of published
 * content. Users of the admin UI may put any file into their own draft.
 */
const mayFindFiles = (query: Query, uid: string, models: Models, visibility: Visibility): boolean => {
  if (uid === FILE) return true;
  if (isLimitedToPublished(visibility)) return false;
  const attributes = attributesOf.get(models) ?? fileAttributes(models);
  attributesOf.set(models, attributes);
  return [query.populate, query.where, query.filters].some(
    (part) => part !== undefined && namesFiles(part, attributes),
  );
};

/** Those of these drafts that the caller may read. */
const readableDrafts = async (
  strapi: Core.Strapi,
  pictures: readonly EmbargoedPicture[],
  visibility: Visibility,
): Promise<ReadonlySet<number>> => {
  if (isLimitedToPublished(visibility)) return new Set();
  const where = andWhere(
    { id: { $in: [...new Set(pictures.map(({ draftId }) => draftId))] } },
    visibility.entryFilter(ARTICLE),
  );
  const drafts: { id: number }[] = await strapi.db
    .query(ARTICLE)
    .findMany({ select: ['id'], where: where as object });
  return new Set(drafts.map(({ id }) => id));
};

const findHidden = async (strapi: Core.Strapi, visibility: Visibility): Promise<string[]> => {
  const pictures = await readEmbargoedPictures(strapi);
  if (pictures.length === 0) return [];
  const readable = await readableDrafts(strapi, pictures, visibility);
  const seen = new Set(pictures.filter(({ draftId }) => readable.has(draftId)).map(({ hash }) => hash));
  const hidden: string[] = [];
  for (const hash of new Set(pictures.map((one) => one.hash).filter((one) => !seen.has(one)))) {
    if (!(await isPublishedPicture(strapi, hash))) hidden.push(hash);
  }
  return hidden;
};

/**
 * Hides the pictures of articles under embargo in lists of files from users who may read none of the drafts that use them. Names,
 * captions and sizes of pictures reveal what an article is about.
 *
 * @param query a query of the model `uid`; changed in place if that is the type of files
 * @returns the visibility by which to restrict the query
 */
export const hideEmbargoedFiles = async (
  strapi: Core.Strapi,
  models: Models,
  visibility: Visibility,
  { query, uid }: { query: Query; uid: string },
): Promise<Visibility> => {
  // A user who may read every draft may see every picture.
  if (visibility.entryFilter(ARTICLE) === undefined) return visibility;
  if (!mayFindFiles(query, uid, models, visibility)) return visibility;
  const hidden = await readUnrestricted(() => findHidden(strapi, visibility));
  if (hidden.length === 0) return visibility;
  const shown = { hash: { $notIn: hidden } };
  if (uid === FILE) query.where = andWhere(query.where, shown);
  return {
    ...visibility,
    entryFilter: (type) => (type === FILE ? shown : visibility.entryFilter(type)),
  };
};

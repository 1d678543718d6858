import type { Core } from '@strapi/strapi';
import type { Stored } from '../strapi/upload-services';

export const FILE = 'plugin::upload.file';
export const FOLDER = 'plugin::upload.folder';

/** Conditions of permissions need the creator of an entry and the creator's roles. */
const POPULATE = { createdBy: { populate: ['roles'] } };

const find = (strapi: Core.Strapi, uid: typeof FILE | typeof FOLDER, where: object): Promise<Stored[]> =>
  strapi.db.query(uid).findMany({ where, populate: POPULATE });

/** Files by id, with their creators. */
export const findFiles = async (strapi: Core.Strapi, ids: readonly unknown[]): Promise<Stored[]> =>
  ids.length > 0 ? find(strapi, FILE, { id: { $in: ids } }) : [];

/** Folders by id, with their creators. */
export const findFolders = async (strapi: Core.Strapi, ids: readonly unknown[]): Promise<Stored[]> =>
  ids.length > 0 ? find(strapi, FOLDER, { id: { $in: ids } }) : [];

const isWithin = (column: string, folders: readonly Stored[]): object => ({
  $or: folders.flatMap(({ path }) => [{ [column]: path }, { [column]: { $startsWith: `${String(path)}/` } }]),
});

/** The files in these folders, at any depth. */
export const findFilesWithin = async (strapi: Core.Strapi, folders: readonly Stored[]): Promise<Stored[]> =>
  folders.length > 0 ? find(strapi, FILE, isWithin('folderPath', folders)) : [];

/** These folders and everything in them, at any depth. */
export const findTree = async (strapi: Core.Strapi, folderIds: readonly unknown[]): Promise<Stored[]> => {
  const folders = await findFolders(strapi, folderIds);
  if (folders.length === 0) return [];
  return [
    ...(await find(strapi, FOLDER, isWithin('path', folders))),
    ...(await findFilesWithin(strapi, folders)),
  ];
};

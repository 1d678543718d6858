import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { addRoutePolicy, type AdminRequest, type Guard } from './guard-routes';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
const UPDATE = 'plugin::upload.assets.update';

interface Rule {
  conditions?: object;
  inverted: boolean;
}
interface Ability {
  rulesFor(action: string, subject: string): Rule[];
  cannot(action: string, subject: object): boolean;
}
interface PermissionsManager {
  ability: Ability;
  toSubject(entity: object): object;
}
type Owned = Record<string, unknown> & { name: string };

const idsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value ?? []].flat());

/** Conditions look at who made an entry, and at the roles of that person. */
const POPULATE = { createdBy: { populate: ['roles'] } };

const ownedBy = (strapi: Core.Strapi, uid: typeof FILE | typeof FOLDER, where: object): Promise<Owned[]> =>
  strapi.db.query(uid).findMany({ where, populate: POPULATE });

/** These folders, and if `deep` all that is in them, at any depth. */
const foldersAndContents = async (
  strapi: Core.Strapi,
  ids: readonly unknown[],
  deep: boolean,
): Promise<Owned[]> => {
  if (ids.length === 0) return [];
  const folders = await ownedBy(strapi, FOLDER, { id: { $in: ids } });
  if (!deep || folders.length === 0) return folders;
  const within = (column: string) => ({
    $or: folders.flatMap(({ path }) => [
      { [column]: path },
      { [column]: { $startsWith: `${String(path)}/` } },
    ]),
  });
  return [
    ...(await ownedBy(strapi, FOLDER, within('path'))),
    ...(await ownedBy(strapi, FILE, within('folderPath'))),
  ];
};

const manager = (strapi: Core.Strapi, { state }: AdminRequest): PermissionsManager =>
  strapi
    .service('admin::permission')
    .createPermissionsManager({ ability: state.userAbility, action: UPDATE, model: FILE });

/** Whether the right to change files holds for every file, whoever brought it. */
const mayChangeAll = ({ ability }: PermissionsManager): boolean =>
  ability.rulesFor(UPDATE, FILE).some(({ conditions, inverted }) => !inverted && !conditions);

/** @throws PolicyError that names the first one that the caller may not change */
const refuseOthers = (permissions: PermissionsManager, entries: readonly Owned[]): void => {
  const { ability } = permissions;
  const denied = entries.find((entry) => ability.cannot(UPDATE, permissions.toSubject(entry)));
  if (denied) throw new errors.PolicyError(`You have no right to change or delete “${denied.name}”.`);
};

/** Deleting or moving many: each file, each folder, and all that is in a folder. */
const guardMany: Guard = async (ctx, _config, { strapi }) => {
  const permissions = manager(strapi, ctx);
  if (mayChangeAll(permissions)) return;
  const { fileIds, folderIds } = (ctx.request.body ?? {}) as Record<string, unknown>;
  const files = idsIn(fileIds);
  refuseOthers(permissions, [
    ...(files.length > 0 ? await ownedBy(strapi, FILE, { id: { $in: files } }) : []),
    ...(await foldersAndContents(strapi, idsIn(folderIds), true)),
  ]);
};

/** Changing one folder; moving it takes along what is in it. */
const guardFolder: Guard = async (ctx, _config, { strapi }) => {
  const permissions = manager(strapi, ctx);
  if (mayChangeAll(permissions)) return;
  const { parent } = (ctx.request.body ?? {}) as Record<string, unknown>;
  refuseOthers(permissions, await foldersAndContents(strapi, [ctx.params.id], parent !== undefined));
};

const guardAll: Guard = (ctx, _config, { strapi }) => {
  if (!mayChangeAll(manager(strapi, ctx))) {
    throw new errors.PolicyError('This changes all files: it needs the right to all of them.');
  }
};

/**
 * Strapi asks for conditions ("is the creator") where one file is changed, but not where many are, nor for folders: who
 * may change their own files could delete everybody's.
 */
export const guardFiles = (strapi: Core.Strapi): void => {
  addRoutePolicy(strapi, 'may-change-files', guardMany, [
    ['upload', 'POST', '/actions/bulk-delete'],
    ['upload', 'POST', '/actions/bulk-move'],
    ['upload', 'POST', '/actions/generate-ai-metadata'],
  ]);
  addRoutePolicy(strapi, 'may-change-folder', guardFolder, [['upload', 'PUT', '/folders/:id']]);
  addRoutePolicy(strapi, 'may-change-all-files', guardAll, [['upload', 'POST', '/ai-metadata-jobs']]);
};

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { guardRoutes, type AdminRequest, type Guard } from '../strapi/route-policies';
import type { Ability } from '../strapi/request-ability';
import { mayChangeEveryFile, requireChangePermission } from './change-permission';
import { refusePublishedFiles } from './published-use';
import { refuseScheduledFiles } from './scheduled-use';
import { findFiles, findFilesWithin, findFolders, findTree } from './stored-files';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value ?? []].flat());

/** The files and folders in a request to delete or move several. */
const namedIn = ({ request }: AdminRequest): { fileIds: unknown[]; folderIds: unknown[] } => {
  const { fileIds, folderIds } = (request.body ?? {}) as Record<string, unknown>;
  return { fileIds: listOf(fileIds), folderIds: listOf(folderIds) };
};

/** Checks each file, each folder, and everything in each folder. */
const requirePermissionOnAll: Guard = async (ctx, _config, { strapi }) => {
  const ability = ctx.state.userAbility as Ability;
  if (mayChangeEveryFile(ability)) return;
  const { fileIds, folderIds } = namedIn(ctx);
  requireChangePermission(strapi, ability, [
    ...(await findFiles(strapi, fileIds)),
    ...(await findTree(strapi, folderIds)),
  ]);
};

/** Checks the whole request before Strapi deletes the first file: it deletes files first, and folders afterwards. */
const refuseDeletingUsed: Guard = async (ctx, _config, { strapi }) => {
  const { fileIds, folderIds } = namedIn(ctx);
  const files = [
    ...(await findFiles(strapi, fileIds)),
    ...(await findFilesWithin(strapi, await findFolders(strapi, folderIds))),
  ];
  await refusePublishedFiles(strapi, files, 'deleted');
  await refuseScheduledFiles(strapi, files, 'deleted');
};

const requirePermissionOnEveryFile: Guard = (ctx) => {
  if (!mayChangeEveryFile(ctx.state.userAbility as Ability)) {
    throw new errors.PolicyError(
      'This changes all files: your role may change its own only. Ask an editor.',
      refusalDetails('othersFilesToo'),
    );
  }
};

/**
 * Strapi checks the conditions of a permission ("is the creator") when one file is changed, but not when several are. So a user who
 * may change only their own files could delete all files.
 */
export const guardFileRoutes = (strapi: Core.Strapi): void => {
  guardRoutes(strapi, 'may-change-files', requirePermissionOnAll, [
    ['upload', 'POST', '/actions/bulk-delete'],
    ['upload', 'POST', '/actions/bulk-move'],
    ['upload', 'POST', '/actions/generate-ai-metadata'],
  ]);
  guardRoutes(strapi, 'deletes-nothing-in-use', refuseDeletingUsed, [
    ['upload', 'POST', '/actions/bulk-delete'],
  ]);
  guardRoutes(strapi, 'may-change-every-file', requirePermissionOnEveryFile, [
    ['upload', 'POST', '/ai-metadata-jobs'],
  ]);
};

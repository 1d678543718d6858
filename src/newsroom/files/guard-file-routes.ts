import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { guardRoutes, type AdminRequest, type Guard } from '../strapi/route-policies';
import type { Ability } from '../strapi/request-ability';
import { mayChangeEveryFile, requireChangePermission } from './change-permission';
import { refusePublishedFiles } from './published-use';
import { findFiles, findFilesWithin, findFolders, findTree } from './stored-files';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value ?? []].flat());

/** What a request to delete or move many names. */
const namedIn = ({ request }: AdminRequest): { fileIds: unknown[]; folderIds: unknown[] } => {
  const { fileIds, folderIds } = (request.body ?? {}) as Record<string, unknown>;
  return { fileIds: listOf(fileIds), folderIds: listOf(folderIds) };
};

/** Each file, each folder, and all that is in a folder. */
const requirePermissionOnAll: Guard = async (ctx, _config, { strapi }) => {
  const ability = ctx.state.userAbility as Ability;
  if (mayChangeEveryFile(ability)) return;
  const { fileIds, folderIds } = namedIn(ctx);
  requireChangePermission(strapi, ability, [
    ...(await findFiles(strapi, fileIds)),
    ...(await findTree(strapi, folderIds)),
  ]);
};

/** All of a request, before Strapi deletes the first file: it deletes files first, and folders afterwards. */
const refuseDeletingPublished: Guard = async (ctx, _config, { strapi }) => {
  const { fileIds, folderIds } = namedIn(ctx);
  await refusePublishedFiles(
    strapi,
    [
      ...(await findFiles(strapi, fileIds)),
      ...(await findFilesWithin(strapi, await findFolders(strapi, folderIds))),
    ],
    'deleted',
  );
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
 * Strapi looks at the conditions of a permission ("is the creator") where one file is changed, and not where many are:
 * who may change their own files could delete everybody's.
 */
export const guardFileRoutes = (strapi: Core.Strapi): void => {
  guardRoutes(strapi, 'may-change-files', requirePermissionOnAll, [
    ['upload', 'POST', '/actions/bulk-delete'],
    ['upload', 'POST', '/actions/bulk-move'],
    ['upload', 'POST', '/actions/generate-ai-metadata'],
  ]);
  guardRoutes(strapi, 'deletes-nothing-published', refuseDeletingPublished, [
    ['upload', 'POST', '/actions/bulk-delete'],
  ]);
  guardRoutes(strapi, 'may-change-every-file', requirePermissionOnEveryFile, [
    ['upload', 'POST', '/ai-metadata-jobs'],
  ]);
};

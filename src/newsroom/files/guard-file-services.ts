import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { noteDeletion } from '../embargo/withheld-pictures';
import { isMcpRequest, requestAbility } from '../strapi/request-ability';
import { guardUploadServices, type Stored } from '../strapi/upload-services';
import { mayChangeEveryFile, requireChangePermission } from './change-permission';
import { refusePublishedFiles } from './published-use';
import { refuseScheduledFiles } from './scheduled-use';
import { findFiles, findFilesWithin, findFolders, findTree } from './stored-files';

/** The texts about a file that readers see. */
const DESCRIPTION = ['alternativeText', 'caption', 'focalPoint'];

const isHttpRequest = (strapi: Core.Strapi): boolean => strapi.requestContext.get() !== undefined;

/** @throws ApplicationError for a file in a published or a frozen article */
const refuseUsedFiles = async (
  strapi: Core.Strapi,
  files: readonly Stored[],
  doing: 'deleted' | 'replaced',
): Promise<void> => {
  await refusePublishedFiles(strapi, files, doing);
  await refuseScheduledFiles(strapi, files, doing);
};

/** @throws PolicyError if the caller may not change something in one of the folders */
const requireTreePermission = async (strapi: Core.Strapi, folderIds: readonly unknown[]): Promise<void> => {
  const ability = requestAbility(strapi);
  if (!ability && isMcpRequest(strapi)) throw new errors.PolicyError('This token may not change folders.');
  if (!ability || mayChangeEveryFile(ability)) return;
  requireChangePermission(strapi, ability, await findTree(strapi, folderIds));
};

/** @throws PolicyError for a file that would be attached to an entry without a check of the entry's permissions and publication */
const refuseAttaching = (strapi: Core.Strapi, data: Record<string, unknown> = {}): void => {
  const given = ['ref', 'refId', 'field'].find((name) => data[name] !== undefined);
  if (given === undefined || !isHttpRequest(strapi)) return;
  throw new errors.PolicyError(
    `${given} is ${JSON.stringify(data[given])}: an upload attaches nothing. Upload the file, then write its id into the entry.`,
  );
};

/**
 * Guards every change of files and folders, whichever API it comes from. Without this, Strapi
 * - checks the conditions of a permission ("is the creator") when one file is changed, but not for folders;
 * - lets an upload name the entry whose picture it becomes, whatever the caller may do to that entry;
 * - lets a user who may change a file delete it while a published article shows it, or a frozen one will.
 */
export const guardFileServices = (strapi: Core.Strapi): void =>
  guardUploadServices(strapi, {
    upload: {
      upload: ({ data }) => refuseAttaching(strapi, data),
      remove: async (file) => {
        await refuseUsedFiles(strapi, [file], 'deleted');
        await noteDeletion(strapi, file.hash);
      },
      replace: async (id) => refuseUsedFiles(strapi, await findFiles(strapi, [id]), 'replaced'),
      updateFileInfo: async (id, info) => {
        const ability = requestAbility(strapi);
        if (!ability || mayChangeEveryFile(ability)) return;
        const files = await findFiles(strapi, [id]);
        const changed = files.filter((file) =>
          DESCRIPTION.some((name) => info[name] != null && info[name] !== file[name]),
        );
        await refusePublishedFiles(strapi, changed, 'described anew');
      },
    },
    // All files are checked before the first is deleted: Strapi deletes them concurrently and does not stop at a refusal.
    file: {
      deleteByIds: async (ids = []) => refuseUsedFiles(strapi, await findFiles(strapi, ids), 'deleted'),
    },
    folder: {
      deleteByIds: async (ids = []) => {
        await requireTreePermission(strapi, ids);
        const files = await findFilesWithin(strapi, await findFolders(strapi, ids));
        await refuseUsedFiles(strapi, files, 'deleted');
      },
      update: (id) => requireTreePermission(strapi, [id]),
    },
  });

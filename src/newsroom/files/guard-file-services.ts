import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { noteDeletion } from '../embargo/withheld-pictures';
import { isMcpRequest, requestAbility } from '../strapi/request-ability';
import { guardUploadServices } from '../strapi/upload-services';
import { mayChangeEveryFile, requireChangePermission } from './change-permission';
import { refusePublishedFiles } from './published-use';
import { findFiles, findFilesWithin, findFolders, findTree } from './stored-files';

/** What readers are shown of a file besides the picture itself. */
const DESCRIPTION = ['alternativeText', 'caption', 'focalPoint'];

const isHttpRequest = (strapi: Core.Strapi): boolean => strapi.requestContext.get() !== undefined;

/** @throws PolicyError for a folder of which something may not be changed by whoever sent the request */
const requireTreePermission = async (strapi: Core.Strapi, folderIds: readonly unknown[]): Promise<void> => {
  const ability = requestAbility(strapi);
  if (!ability && isMcpRequest(strapi)) throw new errors.PolicyError('This token may not change folders.');
  if (!ability || mayChangeEveryFile(ability)) return;
  requireChangePermission(strapi, ability, await findTree(strapi, folderIds));
};

/** @throws PolicyError for a file that is attached to an entry past the entry's own permissions and its publication */
const refuseAttaching = (strapi: Core.Strapi, data: Record<string, unknown> = {}): void => {
  const given = ['ref', 'refId', 'field'].find((name) => data[name] !== undefined);
  if (given === undefined || !isHttpRequest(strapi)) return;
  throw new errors.PolicyError(
    `${given} is ${JSON.stringify(data[given])}: an upload attaches nothing. Upload the file, then write its id into the entry.`,
  );
};

/**
 * Guards every change of files and folders, by whichever road it comes. Strapi by itself
 * - looks at the conditions of a permission ("is the creator") where one file is changed, but not for folders;
 * - lets an upload name the entry that it becomes the picture of, whatever the caller may do to that entry;
 * - lets whoever may change a file take it from under a published article.
 */
export const guardFileServices = (strapi: Core.Strapi): void =>
  guardUploadServices(strapi, {
    upload: {
      upload: ({ data }) => refuseAttaching(strapi, data),
      remove: async (file) => {
        await refusePublishedFiles(strapi, [file], 'deleted');
        await noteDeletion(strapi, file.hash);
      },
      replace: async (id) => refusePublishedFiles(strapi, await findFiles(strapi, [id]), 'replaced'),
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
    // Looked at together, before the first one goes: Strapi deletes them at once, and stops at no refusal.
    file: {
      deleteByIds: async (ids = []) => refusePublishedFiles(strapi, await findFiles(strapi, ids), 'deleted'),
    },
    folder: {
      deleteByIds: async (ids = []) => {
        await requireTreePermission(strapi, ids);
        const files = await findFilesWithin(strapi, await findFolders(strapi, ids));
        await refusePublishedFiles(strapi, files, 'deleted');
      },
      update: (id) => requireTreePermission(strapi, [id]),
    },
  });

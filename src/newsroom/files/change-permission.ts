import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import type { Ability } from '../strapi/request-ability';
import type { Stored } from '../strapi/upload-services';
import { FILE } from './stored-files';

const UPDATE = 'plugin::upload.assets.update';

interface PermissionsManager {
  toSubject(entity: object): object;
}

/** Whether the permission to change files covers every file, not only the user's own uploads. */
export const mayChangeEveryFile = (ability: Ability): boolean =>
  ability.rulesFor(UPDATE, FILE).some(({ conditions, inverted }) => !inverted && !conditions);

/** @throws PolicyError that names the first file or folder that the user may not change */
export const requireChangePermission = (
  strapi: Core.Strapi,
  ability: Ability,
  entries: readonly Stored[],
): void => {
  const manager: PermissionsManager = strapi
    .service('admin::permission')
    .createPermissionsManager({ ability, action: UPDATE, model: FILE });
  const denied = entries.find((entry) => ability.cannot(UPDATE, manager.toSubject(entry)));
  if (denied) {
    throw new errors.PolicyError(
      `“${denied.name}” belongs to somebody else: your role may not change, move or delete it. Ask its owner or an editor.`,
      refusalDetails('fileOfOthers', { name: String(denied.name) }),
    );
  }
};

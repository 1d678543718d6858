import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../plugin-names';
import { permissionChecker } from '../strapi/permission-checker';

/**
 * Refuses a filter on a field of snapshots that the caller may not read. Strapi leaves such a filter out, and an agent
 * would take the rows of all listings for those of the one that it asked for.
 *
 * @param fields that filters stand on
 * @throws PolicyError that names the field
 */
export const refuseHiddenFilters = (
  strapi: Core.Strapi,
  ability: unknown,
  fields: readonly string[],
): void => {
  const may = permissionChecker(strapi, ability, SNAPSHOT_UID);
  const hidden = fields.find((field) => may.cannot.read(undefined, field));
  if (hidden === undefined) return;
  throw new errors.PolicyError(
    `Your role may not read the field "${hidden}" of ${SNAPSHOT_UID}, and may not search by it: leave that filter out, or ask an admin for the right to read the field.`,
  );
};

import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../../plugin-names';
import { refused } from '../../reasons/refused';
import type { PermissionChecker } from '../../strapi/permission-checker';

const fieldsOf = (filters: readonly object[]): string[] => [...new Set(filters.flatMap(Object.keys))];

/**
 * Refuses a filter on a field of snapshots that the caller may not read. Strapi drops such a filter, and a person or an agent would
 * take the rows of all listings for those of the requested one.
 *
 * @param may the caller's rights on snapshots
 * @param filters in the content manager's form, each on fields of snapshots only
 * @throws PolicyError that names the field, also in `details` for the admin UI to word
 */
export const refuseHiddenFilters = async (
  may: PermissionChecker,
  filters: readonly object[],
): Promise<void> => {
  for (const field of fieldsOf(filters)) {
    // This asks the function that drops such filters. It keeps fields that every role may read, such as createdAt, which are in no
    // role's list of fields.
    const { filters: kept } = await may.sanitizeQuery({ filters: { [field]: { $notNull: true } } });
    if (typeof kept === 'object' && kept !== null && field in kept) continue;
    throw new errors.PolicyError(
      `Your role may not read the field "${field}" of ${SNAPSHOT_UID}, and may not search by it: leave that filter out, or ask an admin for the right to read the field.`,
      refused('hidden-filter', { field }),
    );
  }
};

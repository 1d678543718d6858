import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../../plugin-names';
import { refused } from '../../reasons/refused';
import type { PermissionChecker } from '../../strapi/permission-checker';

const fieldsOf = (filters: readonly object[]): string[] => [...new Set(filters.flatMap(Object.keys))];

/**
 * Refuses a filter on a field of snapshots that the caller may not read. Strapi leaves such a filter out, and a person or an agent
 * would take the rows of all listings for those of the one that they asked for.
 *
 * @param may what the caller may do with snapshots
 * @param filters as the content manager takes them, each on fields of snapshots alone
 * @throws PolicyError that names the field; `details` has it, for the admin UI to word
 */
export const refuseHiddenFilters = async (
  may: PermissionChecker,
  filters: readonly object[],
): Promise<void> => {
  for (const field of fieldsOf(filters)) {
    // Asked of what leaves them out: it keeps those that every role reads, as createdAt, which are in no role's list of fields.
    const { filters: kept } = await may.sanitizeQuery({ filters: { [field]: { $notNull: true } } });
    if (typeof kept === 'object' && kept !== null && field in kept) continue;
    throw new errors.PolicyError(
      `Your role may not read the field "${field}" of ${SNAPSHOT_UID}, and may not search by it: leave that filter out, or ask an admin for the right to read the field.`,
      refused('hidden-filter', { field }),
    );
  }
};

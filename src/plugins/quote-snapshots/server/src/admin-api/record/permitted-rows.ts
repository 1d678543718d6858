import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import type { SnapshotRow } from '../../store/snapshot-row';
import { permissionChecker } from '../../strapi/permission-checker';

/** A row in which each field that the role may not read is null. */
export type PermittedRow = { [Field in keyof SnapshotRow]: SnapshotRow[Field] | null };

/** These rows with null in every field that the role's permission to read snapshots does not include. */
export const permittedRows = async (
  strapi: Core.Strapi,
  ability: unknown,
  rows: readonly SnapshotRow[],
): Promise<PermittedRow[]> => {
  const may = permissionChecker(strapi, ability, SNAPSHOT_UID);
  return Promise.all(
    rows.map(async (row) => {
      const nothing = Object.fromEntries(Object.keys(row).map((name) => [name, null]));
      return { ...nothing, ...(await may.sanitizeOutput(row)) } as PermittedRow;
    }),
  );
};

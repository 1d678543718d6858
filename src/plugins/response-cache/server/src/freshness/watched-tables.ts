import { PRUNED_TABLE, WRITES_TABLE } from '../plugin-names';

/** Tables and columns that change in the background, in lower case. */
export interface Ignored {
  tables: ReadonlySet<string>;
  columns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Tables that get a trigger: all except the plugin's own and those that change in the background. */
export const tablesToWatch = (tables: readonly string[], ignored: Ignored): string[] =>
  tables.filter((table) => {
    const name = table.toLowerCase();
    return name !== WRITES_TABLE && name !== PRUNED_TABLE && !ignored.tables.has(name);
  });

/** Columns whose updates count as writes; undefined if updates of all columns count. */
export const countingColumns = (
  table: string,
  columns: readonly string[],
  ignored: Ignored,
): string[] | undefined => {
  const without = ignored.columns.get(table.toLowerCase());
  return without && columns.filter((column) => !without.has(column.toLowerCase()));
};

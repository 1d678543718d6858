import type { Core } from '@strapi/strapi';
import { RECORD_COLUMN } from '../../plugin-names';
import { tableIn, type Transaction } from '../transaction';
import { tableNameOf } from '../../strapi/tables';

/**
 * `recorded`: the record has the rows for the quotes that this publication needs. `missing`: the sweep found that they are missing.
 */
export type EntryMark = 'recorded' | 'missing';

/** The marks of a publication whose quotes were not recorded. */
export type UnrecordedMark = Exclude<EntryMark, 'recorded'> | null;

const entriesOf = (strapi: Core.Strapi, trx: Transaction, uid: string) =>
  tableIn(strapi, trx, tableNameOf(strapi, uid));

/** Marks published entries. This does not use the document service, which would count the mark as an edit. */
export const markEntries = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  ids: readonly number[],
  mark: EntryMark,
): Promise<void> => {
  await entriesOf(strapi, trx, uid)
    .whereIn('id', ids)
    .update({ [RECORD_COLUMN]: mark });
};

/**
 * Changes the mark of an entry if it still has the mark that it was found with.
 *
 * @returns false if it has another mark by now, because another node was quicker
 */
export const changeMark = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  id: number,
  { from, to }: { from: UnrecordedMark; to: EntryMark },
): Promise<boolean> => {
  const changed = await entriesOf(strapi, trx, uid)
    .where({ id, [RECORD_COLUMN]: from })
    .update({ [RECORD_COLUMN]: to });
  return Number(changed) > 0;
};

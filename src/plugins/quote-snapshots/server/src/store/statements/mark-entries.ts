import type { Core } from '@strapi/strapi';
import { RECORD_COLUMN } from '../../plugin-names';
import { tableIn, type Transaction } from '../transaction';
import { tableNameOf } from '../../strapi/tables';

/** `recorded`: the record says which quotes this publication needs. `missing`: it was found without. */
export type EntryMark = 'recorded' | 'missing';

/** The marks of a publication whose quotes nobody asked for. */
export type UnrecordedMark = Exclude<EntryMark, 'recorded'> | null;

const entriesOf = (strapi: Core.Strapi, trx: Transaction, uid: string) =>
  tableIn(strapi, trx, tableNameOf(strapi, uid));

/** Marks published entries. The document service is not asked: it would count the mark as an edit. */
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
 * Changes the mark of an entry, if it still has the one that it was found with.
 *
 * @returns false where it has another by now: another node was quicker
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

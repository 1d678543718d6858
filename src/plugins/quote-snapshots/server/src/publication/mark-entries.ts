import type { Core, Struct } from '@strapi/strapi';
import { RECORD_COLUMN } from '../plugin-names';
import { tableIn, type Transaction } from '../store/transaction';

/** `recorded`: the record says which quotes this publication needs. `missing`: it was found without. */
export type EntryMark = 'recorded' | 'missing';

/** Marks published entries, past the document service: the mark is no edit. */
export const markEntries = async (
  strapi: Core.Strapi,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  ids: number[],
  mark: EntryMark,
): Promise<void> => {
  await tableIn(strapi, trx, strapi.db.metadata.get(model.uid).tableName)
    .whereIn('id', ids)
    .update({ [RECORD_COLUMN]: mark });
};

/** The marks of a publication whose quotes nobody asked for. */
export type Unrecorded = Exclude<EntryMark, 'recorded'> | null;

/**
 * Changes the mark of an entry that nobody recorded, if it has it still.
 *
 * @returns false where it has another by now: another node was quicker
 */
export const changeMark = async (
  strapi: Core.Strapi,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  id: number,
  { from, to }: { from: Unrecorded; to: EntryMark },
): Promise<boolean> => {
  const changed = await tableIn(strapi, trx, strapi.db.metadata.get(model.uid).tableName)
    .where({ id, [RECORD_COLUMN]: from })
    .update({ [RECORD_COLUMN]: to });
  return Number(changed) > 0;
};

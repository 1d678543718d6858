/**
 * Selects current rows without a figure. There are few of them, however long the record is, and an index holds only these
 * (`upgrade/add-list-indexes.ts`). SQLite uses that index only if a statement has exactly these words, without parameters.
 */
export const MAY_WANT_A_PERSON = `"current" and state in ('pending', 'unavailable')`;

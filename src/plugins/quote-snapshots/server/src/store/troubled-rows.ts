/**
 * Current rows without a figure, of which there are few however long the record is: an index holds them alone
 * (`upgrade/add-list-indexes.ts`). A statement must have these very words, without parameters, for SQLite to use that index.
 */
export const MAY_WANT_A_PERSON = `"current" and state in ('pending', 'unavailable')`;

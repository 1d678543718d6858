import { generateKeyBetween } from 'fractional-indexing';

/** An item of a relation as the edit view's form keeps it, until the document is saved (private). */
export interface RelationItem {
  id: number;
  /** Where it stands among the others, as a key of fractional indexing. */
  __temp_key__: string;
}

/**
 * The keys of saved items start with "a" or "b", up to some thousands of them. New items have later keys, and so come after
 * them.
 */
const AFTER_SAVED_ITEMS = 'c000';

/**
 * What the relation's own field would put into the form when an editor chooses a document. If Strapi changes the shape, the
 * link does not appear in the field or is not saved: the browser test of ambiguous mentions fails.
 *
 * @param items those that the form connects already
 */
export const newRelationItem = (
  items: readonly RelationItem[],
  { id, documentId }: { id: number; documentId: string },
  shown: { symbol: string; label: string },
): RelationItem => {
  const last = items
    .map((item) => item.__temp_key__)
    .sort()
    .at(-1);
  return {
    id,
    __temp_key__: generateKeyBetween(last && last > AFTER_SAVED_ITEMS ? last : AFTER_SAVED_ITEMS, null),
    ...{ apiData: { id, documentId, isTemporary: true }, ...shown },
  };
};

/** What the relation's own field would put into the form when an editor takes a saved link away. */
export const removedRelationItem = ({ id, documentId }: { id: number; documentId: string }) => ({
  id,
  apiData: { id, documentId },
});

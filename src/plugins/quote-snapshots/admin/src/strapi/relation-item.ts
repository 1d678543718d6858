import { generateKeyBetween } from 'fractional-indexing';

/** An item of a relation in the edit view's form before the document is saved (private). */
export interface RelationItem {
  id: number;
  /** Its position among the others, as a key of fractional indexing. */
  __temp_key__: string;
}

/**
 * The keys of saved items start with "a" or "b", up to some thousands of items. New items get later keys, so they come last.
 */
const AFTER_SAVED_ITEMS = 'c000';

/**
 * The item that the relation's own field puts into the form when an editor chooses a document. If Strapi changes its shape, the
 * link is not shown in the field or not saved, and the browser test of ambiguous mentions fails.
 *
 * @param items the items that the form already connects
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

/** The item that the relation's own field puts into the form when an editor removes a saved link. */
export const removedRelationItem = ({ id, documentId }: { id: number; documentId: string }) => ({
  id,
  apiData: { id, documentId },
});

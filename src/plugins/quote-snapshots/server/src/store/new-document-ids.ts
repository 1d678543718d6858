import { createId } from '@paralleldrive/cuid2';

/** A new documentId. Rows are inserted without the document service, which would need one statement for each. */
export const newDocumentId = (): string => createId();

/**
 * documentIds for rows that are inserted together. They differ only at their ends, so they are neighbours in an index; random ones
 * would take a page each.
 */
export const newDocumentIds = (count: number): string[] => {
  const start = createId().slice(0, -4);
  return Array.from({ length: count }, (_, index) => start + index.toString(36).padStart(4, '0'));
};

/**
 * The key on which an entry is joined to its snapshots: `documentId:locale` (nothing after the colon if the type is not localized).
 * With the documentId alone, a query that answers with several locales at once would give all of them the snapshots of one.
 */
export const relatedKey = (documentId: string, locale: string | null | undefined): string =>
  `${documentId}:${locale ?? ''}`;

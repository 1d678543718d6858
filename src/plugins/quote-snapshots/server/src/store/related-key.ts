/**
 * What joins an entry to its snapshots: `documentId:locale` (nothing after the colon where the type is not
 * localized). A documentId alone would hand the snapshots of one locale to the others wherever a query
 * answers with several locales at once.
 */
export const relatedKey = (documentId: string, locale: string | null | undefined): string =>
  `${documentId}:${locale ?? ''}`;

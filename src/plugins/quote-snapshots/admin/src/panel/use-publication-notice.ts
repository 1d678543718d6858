import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * How recent a publication must be, in milliseconds. Strapi opens another page, with a new panel, after the first publication of a
 * document.
 */
const JUST_NOW_MS = 15_000;

/** Publications that were already shown, or happened before the panel was opened. */
const told = new Set<string>();

/**
 * Whether to show the result of a publication: it happened while the panel was open, or a moment before.
 *
 * @param documentId undefined if there is no document yet
 * @param publishedAt ISO 8601; null if the document is not published, undefined until this is known
 */
export const usePublicationNotice = (
  documentId: string | undefined,
  publishedAt: string | null | undefined,
): { isShown: boolean; close(): void } => {
  const before = useRef<string | null | undefined>(undefined);
  const [shown, setShown] = useState<string | undefined>();
  const publication = documentId && publishedAt ? `${documentId} ${publishedAt}` : undefined;

  useEffect(() => {
    if (publishedAt === undefined) return;
    const [last] = [before.current];
    before.current = publishedAt;
    if (!publication || !publishedAt || told.has(publication)) return;
    told.add(publication);
    const hasChanged = last !== undefined && last !== publishedAt;
    if (hasChanged || Math.abs(Date.now() - Date.parse(publishedAt)) < JUST_NOW_MS) setShown(publication);
  }, [publication, publishedAt]);

  const close = useCallback(() => setShown(undefined), []);
  return { isShown: publication !== undefined && shown === publication, close };
};

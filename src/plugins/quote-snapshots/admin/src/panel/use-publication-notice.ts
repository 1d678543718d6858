import { useCallback, useEffect, useRef, useState } from 'react';

/** Strapi opens another page after the first publication of a new document: this panel is then a new one. */
const JUST_NOW_MS = 15_000;

/** The publications that were told of, or that somebody has seen. */
const told = new Set<string>();

/**
 * Whether to tell what came of a publication: it has happened while the panel was open, or a moment before.
 *
 * @param documentId undefined where there is no document yet
 * @param publishedAt ISO 8601; null where the document is not published, undefined where that is not known yet
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

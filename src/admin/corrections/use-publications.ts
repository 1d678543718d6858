import { useState } from 'react';
import type { ArticlePlace, Publications } from './publications';
import { usePublicationsQuery } from './publications-api';

/** The publications of an article that have been read, and what reads older ones. */
export interface ReadPublications {
  /** Undefined until they are read. */
  publications: Publications | undefined;
  error: unknown;
  isReading: boolean;
  again(): void;
  showOlder(): void;
}

/** The newest publications of an article in one locale; older ones a page at a time. */
export const usePublications = (place: ArticlePlace): ReadPublications => {
  const [pages, setPages] = useState(1);
  const { data, error, isFetching, refetch } = usePublicationsQuery({ ...place, pages });
  return {
    publications: data,
    error,
    isReading: isFetching,
    again: () => void refetch(),
    showOlder: () => setPages(pages + 1),
  };
};

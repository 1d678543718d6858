import { useState } from 'react';
import type { ArticlePlace, Publications } from './publications';
import { usePublicationsQuery } from './publications-api';

/** The loaded publications of an article, and the function that loads older ones. */
export interface ReadPublications {
  /** Undefined until they are loaded. */
  publications: Publications | undefined;
  error: unknown;
  isReading: boolean;
  again(): void;
  showOlder(): void;
}

/** Loads the newest publications of an article in one locale, and older ones a page at a time. */
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

import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'article';

/** The address of the page with the acts of one article only. */
export const actsAddress = (documentId: string): string =>
  `/newsroom/records?${new URLSearchParams({ [PARAMETER]: documentId }).toString()}`;

/**
 * The documentId of the article whose acts alone are shown; undefined for all. It is kept in the address, so that it can be linked,
 * and is still there when the user comes back from the article.
 */
export const useShownArticle = () => {
  const [params, setParams] = useSearchParams();
  const show = (documentId: string | undefined): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (documentId === undefined) after.delete(PARAMETER);
      else after.set(PARAMETER, documentId);
      return after;
    });
  return { article: params.get(PARAMETER) || undefined, show };
};

import type { ListAnswer } from '../data/answers';
import type { PageContext } from './page-context';

/** Links to the newer and older pages of a list. @param pathOf the path of a page; of the first without a number */
export const Pagination = ({
  list,
  pathOf,
  context: { labels },
}: {
  list: ListAnswer<unknown>;
  pathOf: (page: number | undefined) => string;
  context: PageContext;
}) => {
  const { page, pageCount } = list.meta.pagination;
  if (pageCount <= 1) return null;
  return (
    <nav className="pages" aria-label={labels.page(page, pageCount)}>
      {page > 1 && (
        <a rel="prev" href={pathOf(page === 2 ? undefined : page - 1)}>
          {labels.newer}
        </a>
      )}
      <span>{labels.page(page, pageCount)}</span>
      {page < pageCount && (
        <a rel="next" href={pathOf(page + 1)}>
          {labels.older}
        </a>
      )}
    </nav>
  );
};

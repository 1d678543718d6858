import { articleColumns } from '../../../src/admin/lists/article-columns';

const columns = (...names: string[]) => names.map((name) => ({ name }));
const dateCell = () => 'Nov 28';

describe('the columns of the list of articles', () => {
  it('leave out the languages, and end with the date in short', () => {
    const { displayedHeaders } = articleColumns(
      {
        displayedHeaders: columns('title', 'kind', 'updatedAt', 'locales', 'quotes'),
        layout: { metadatas: { embargoUntil: {} } },
      },
      dateCell,
    );
    expect(displayedHeaders.map(({ name }) => name)).toEqual(['title', 'kind', 'quotes', 'updatedAt']);
    expect(displayedHeaders.map(({ cellFormatter }) => cellFormatter)).toEqual([
      undefined,
      undefined,
      undefined,
      dateCell,
    ]);
  });

  it('are left alone in lists of other types', () => {
    const table = { displayedHeaders: columns('updatedAt', 'locales'), layout: { metadatas: { key: {} } } };
    expect(articleColumns(table, dateCell)).toEqual(table);
    expect(articleColumns({ ...table, layout: {} }, dateCell).displayedHeaders).toEqual(
      table.displayedHeaders,
    );
  });
});

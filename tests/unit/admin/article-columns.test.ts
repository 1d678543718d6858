import { articleColumns } from '../../../src/admin/lists/article-columns';

const columns = (...names: string[]) => names.map((name) => ({ name }));
const cells = { headline: () => 'Rates', kind: () => 'News', changed: () => 'Nov 28' };

describe('the columns of the list of articles', () => {
  it('leave out the languages, and end with the date in short', () => {
    const { displayedHeaders } = articleColumns(
      {
        displayedHeaders: columns('title', 'kind', 'updatedAt', 'locales', 'quotes'),
        layout: { metadatas: { embargoUntil: {} } },
      },
      cells,
    );
    expect(displayedHeaders.map(({ name }) => name)).toEqual(['title', 'kind', 'quotes', 'updatedAt']);
    expect(displayedHeaders.map(({ cellFormatter }) => cellFormatter)).toEqual([
      cells.headline,
      cells.kind,
      undefined,
      cells.changed,
    ]);
  });

  it('are left alone in lists of other types', () => {
    const table = { displayedHeaders: columns('updatedAt', 'locales'), layout: { metadatas: { key: {} } } };
    expect(articleColumns(table, cells)).toEqual(table);
    expect(articleColumns({ ...table, layout: {} }, cells).displayedHeaders).toEqual(table.displayedHeaders);
  });
});

import { findOpenable, placesOf } from '../../../src/admin/records/openable-articles';

const act = (articleDocumentId?: string, articleLocale?: string) => ({
  documentId: 'line',
  ...(articleDocumentId ? { articleDocumentId } : {}),
  ...(articleLocale ? { articleLocale } : {}),
});

describe('the articles that lines of the list of acts lead to', () => {
  const places = placesOf([act('a', 'en'), act('a', 'es'), act('a', 'en'), act('b', 'xx'), act('c'), act()]);

  it('are asked for once each, where the line names them', () => {
    expect(places).toEqual([
      { documentId: 'a', locale: 'en' },
      { documentId: 'a', locale: 'es' },
      { documentId: 'b', locale: 'xx' },
    ]);
  });

  it('are those that the content manager lists in their locale; none where it refuses', async () => {
    const asked: unknown[] = [];
    const found = await findOpenable(places, ({ config: { params } }) => {
      asked.push([params.locale, params.filters.documentId.$in, params.pageSize]);
      if (params.locale === 'xx') return Promise.resolve({ error: { status: 400 } });
      return Promise.resolve({ data: { results: params.locale === 'es' ? [{ documentId: 'a' }] : [] } });
    });
    expect(asked).toEqual([
      ['en', ['a'], 1],
      ['es', ['a'], 1],
      ['xx', ['b'], 1],
    ]);
    expect(found).toEqual(['a|es']);
  });
});

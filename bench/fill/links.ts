import type { Core } from '@strapi/strapi';

const ROWS_PER_STATEMENT = 200;
const LINKS_EACH = 5;

type Row = Record<string, unknown>;

/**
 * Links five tickers and five companies to each article that {@link fillWithArticles} made. There are few of them, so each belongs
 * to many articles, which is what makes a relation slow.
 *
 * @param count how many tickers, and how many companies
 */
export const fillWithLinks = async (strapi: Core.Strapi, count: number): Promise<void> => {
  if (count === 0) return;
  const knex = strapi.db.connection;
  const now = new Date();
  const insert = async (table: string, rows: Row[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      // The articles may have some of these links already.
      await knex(table)
        .insert(rows.slice(start, start + ROWS_PER_STATEMENT))
        .onConflict()
        .ignore();
    }
  };
  const made = { created_at: now, updated_at: now, published_at: now };
  const numbers = Array.from({ length: count }, (_, n) => n);
  await insert(
    'companies',
    numbers.map((n) => ({
      document_id: `c${n}`,
      name: `Company ${n}`,
      slug: `company-${n}`,
      locale: 'en',
      ...made,
    })),
  );
  await insert(
    'tickers',
    numbers.map((n) => ({ document_id: `t${n}`, symbol: `T${n}`, mic: 'XNAS', ...made })),
  );

  const articles: { id: number }[] = await knex('articles').select('id').orderBy('id');
  for (const [attribute, table] of [
    ['tickers', 'tickers'],
    ['companies', 'companies'],
  ] as const) {
    const { joinTable } = strapi.db.metadata.get('api::article.article').attributes[attribute] as unknown as {
      joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
    };
    const targets: { id: number }[] = await knex(table).select('id').orderBy('id');
    const rows = articles.flatMap(({ id }, index) =>
      Array.from({ length: Math.min(LINKS_EACH, targets.length) }, (_, n) => ({
        [joinTable.joinColumn.name]: id,
        [joinTable.inverseJoinColumn.name]: targets[(index + n) % targets.length]!.id,
      })),
    );
    await insert(joinTable.name, rows);
  }
};

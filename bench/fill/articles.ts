import type { Core } from '@strapi/strapi';
import { body, INSTRUMENTS, slugOf } from '../sample-article';

const LINKS_PER_STATEMENT = 500;

/** This ticker always has a hundred articles, however many others there are. Its list must not become slower as they grow. */
export const FEW_TICKER = 'FEW';
export const FEW_COMPANY = 'few-company';
const FEW = 100;

/** The number of tickers, and of companies, among which all articles are divided. */
const OTHERS = 500;

/** Articles are published one minute apart. */
const published = (index: number): Date => new Date(Date.UTC(2020, 0, 1) + index * 60_000);

type Row = Record<string, unknown>;

/**
 * Writes articles (draft and published) and their captured quotes directly into the tables: creating 20,000 through the API would
 * take longer than all measurements. The first article is created through the API, and the database copies it.
 */
export const fillWithArticles = async (strapi: Core.Strapi, count: number): Promise<void> => {
  const knex = strapi.db.connection;
  const quotes = 'plugin::quote-snapshots.quote-snapshot' in strapi.contentTypes;
  const article = (isPublished: boolean): Row => ({
    document_id: 'bench0',
    title: 'Story 0',
    slug: slugOf(0),
    body: JSON.stringify(body),
    kind: 'news',
    locale: 'en',
    created_at: published(0),
    updated_at: published(0),
    published_at: isPublished ? published(0) : null,
    ...(quotes
      ? { quote_snapshots_key: 'bench0:en', quote_snapshots_record: isPublished ? 'recorded' : null }
      : {}),
  });
  const snapshot = (instrument: string, position: number): Row => ({
    document_id: `bench0q${position}`,
    instrument,
    symbol: instrument.split(':')[1],
    mic: instrument.split(':')[0],
    exchange: 'NASDAQ',
    name: `Company ${position} Incorporated`,
    price: 100 + position,
    price_decimals: 2,
    previous_close: 100,
    change: position,
    change_percent: position,
    currency: 'USD',
    market_state: 'regular',
    delay_minutes: 15,
    state: 'captured',
    provider: 'file',
    attribution: 'Quotes of the benchmark, from a file',
    related_type: 'api::article.article',
    related_document_id: 'bench0',
    related_locale: 'en',
    related_published_at: published(0),
    related_key: 'bench0:en',
    current_key: `api::article.article|bench0|en|${instrument}`,
    current: true,
    position,
    quoted_at: published(0),
    captured_at: published(0),
    created_at: published(0),
    updated_at: published(0),
    published_at: published(0),
    announced_at: published(0),
  });

  if (count > 0) {
    await multiply(strapi, 'articles', [article(false), article(true)], count);
    if (quotes) await multiply(strapi, 'quote_snapshots', INSTRUMENTS.map(snapshot), count);
  }
  await link(strapi);
  // Updates the statistics, which SQLite's hourly task and PostgreSQL's autovacuum would otherwise do.
  await knex.raw(strapi.db.dialect.client === 'sqlite' ? 'analyze' : 'vacuum analyze');
};

/** The texts that name the first article, and the beginnings of the texts that name the copies. */
const NAMES: readonly [first: string, others: string][] = [
  ['bench0', 'bench'],
  ['Story 0', 'Story '],
  ['story-0', 'story-'],
];

/** Inserts copies of the first article's rows for `count - 1` more articles, one minute apart. */
const multiply = async (strapi: Core.Strapi, table: string, rows: Row[], count: number): Promise<void> => {
  const knex = strapi.db.connection;
  const sqlite = strapi.db.dialect.client === 'sqlite';
  const valueOf = (column: string, value: unknown): string => {
    if (value instanceof Date)
      return sqlite ? `${column} + n * 60000` : `${column} + n * interval '1 minute'`;
    const name = NAMES.find(([first]) => typeof value === 'string' && value.includes(first));
    return name ? `replace(${column}, '${name[0]}', '${name[1]}' || n)` : column;
  };
  await knex(table).insert(rows);
  const columns = Object.entries(rows.at(-1) ?? {});
  await knex.raw(
    `with recursive numbers (n) as (select 1 where ? > 1 union all select n + 1 from numbers where n < ? - 1)
     insert into ${table} (${columns.map(([column]) => column).join(', ')})
     select ${columns.map(([column, value]) => valueOf(column, value)).join(', ')}
     from numbers cross join (select * from ${table} where document_id like 'bench0%') as first
     order by n, first.id`,
    [count, count],
  );
};

/** Gives every article a ticker and a company, and the first hundred one more. */
const link = async (strapi: Core.Strapi): Promise<void> => {
  const knex = strapi.db.connection;
  const stamps = { created_at: published(0), updated_at: published(0), published_at: published(0) };
  const others = Array.from({ length: OTHERS }, (_, index) => index);
  const insert = async (table: string, rows: object[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += LINKS_PER_STATEMENT)
      await knex(table).insert(rows.slice(start, start + LINKS_PER_STATEMENT));
  };
  await insert(
    'tickers',
    [FEW_TICKER, ...others.map((index) => `O${index}`)].map((symbol) => ({
      document_id: `ticker${symbol}`,
      symbol,
      mic: 'XNYS',
      ...stamps,
    })),
  );
  await insert(
    'companies',
    [FEW_COMPANY, ...others.map((index) => `other-${index}`)].map((slug) => ({
      document_id: `company${slug}`,
      name: slug,
      slug,
      locale: 'en',
      ...stamps,
    })),
  );
  const idsOf = async (table: string): Promise<number[]> =>
    (await knex(table).select('id').orderBy('id')).map(({ id }: { id: number }) => id);
  const [articles, tickers, companies] = [
    await idsOf('articles'),
    await idsOf('tickers'),
    await idsOf('companies'),
  ];
  // A draft and its published version come one after the other.
  const targets = (ids: number[], index: number): number[] => [
    ids[1 + (index % OTHERS)] ?? 0,
    ...(index < FEW ? [ids[0] ?? 0] : []),
  ];
  const links = (ids: number[], column: string) =>
    articles.flatMap((article_id, row) =>
      targets(ids, Math.floor(row / 2)).map((id) => ({ article_id, [column]: id, article_ord: row })),
    );
  await insert('articles_tickers_lnk', links(tickers, 'ticker_id'));
  await insert('articles_companies_lnk', links(companies, 'company_id'));
};

import type { Core } from '@strapi/strapi';
import { body, INSTRUMENTS, slugOf } from '../sample-article';

const ARTICLES_PER_STATEMENT = 20;
const LINKS_PER_STATEMENT = 500;

/** Has a hundred articles, however many there are: what its list costs is no matter of the others. */
export const FEW_TICKER = 'FEW';
export const FEW_COMPANY = 'few-company';
const FEW = 100;

/** Tickers and companies that share all articles. */
const OTHERS = 500;

/** A minute between one publication and the next. */
const published = (index: number): Date => new Date(Date.UTC(2020, 0, 1) + index * 60_000);

/**
 * Puts articles (draft and published) and their captured quotes straight into the tables: through the API, 20,000
 * would take longer than everything that is measured.
 */
export const fillWithArticles = async (strapi: Core.Strapi, count: number): Promise<void> => {
  const knex = strapi.db.connection;
  const quotes = 'plugin::quote-snapshots.quote-snapshot' in strapi.contentTypes;
  const article = (index: number, isPublished: boolean) => ({
    document_id: `bench${index}`,
    title: `Story ${index}`,
    slug: slugOf(index),
    body: JSON.stringify(body),
    kind: 'news',
    locale: 'en',
    created_at: published(index),
    updated_at: published(index),
    published_at: isPublished ? published(index) : null,
    ...(quotes
      ? { quote_snapshots_key: `bench${index}:en`, quote_snapshots_record: isPublished ? 'recorded' : null }
      : {}),
  });
  const snapshot = (index: number, instrument: string, position: number) => ({
    document_id: `bench${index}q${position}`,
    instrument,
    symbol: instrument.split(':')[1],
    mic: instrument.split(':')[0],
    price: 100 + position,
    previous_close: 100,
    currency: 'USD',
    state: 'captured',
    provider: 'file',
    related_type: 'api::article.article',
    related_document_id: `bench${index}`,
    related_locale: 'en',
    related_published_at: published(index),
    related_key: `bench${index}:en`,
    current_key: `api::article.article|bench${index}|en|${instrument}`,
    current: true,
    position,
    quoted_at: published(index),
    captured_at: published(index),
    created_at: published(index),
    updated_at: published(index),
    published_at: published(index),
    announced_at: published(index),
  });

  for (let start = 0; start < count; start += ARTICLES_PER_STATEMENT) {
    const indexes = Array.from(
      { length: Math.min(ARTICLES_PER_STATEMENT, count - start) },
      (_, n) => start + n,
    );
    await knex('articles').insert(indexes.flatMap((index) => [article(index, false), article(index, true)]));
    if (!quotes) continue;
    await knex('quote_snapshots').insert(
      indexes.flatMap((index) =>
        INSTRUMENTS.map((instrument, position) => snapshot(index, instrument, position)),
      ),
    );
  }
  await link(strapi);
  // What SQLite's hourly look and PostgreSQL's autovacuum would find out.
  await knex.raw(strapi.db.dialect.client === 'sqlite' ? 'analyze' : 'vacuum analyze');
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
  // A draft and what is published of it, one after the other.
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

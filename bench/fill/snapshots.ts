import type { Core } from '@strapi/strapi';

/**
 * Inserts captured snapshots of other documents into the record (PostgreSQL): ten for each document, a third of them history.
 */
export const fillWithSnapshots = async (strapi: Core.Strapi, count: number): Promise<void> => {
  const knex = strapi.db.connection;
  await knex.raw(
    `insert into quote_snapshots (document_id, instrument, symbol, mic, price, previous_close, currency, state, provider,
       related_type, related_document_id, related_locale, related_published_at, related_key, current, current_key,
       position, attempts, announced_at, quoted_at, captured_at, created_at, updated_at, published_at)
     select 'filler' || n, 'XNYS:F' || (n % 5000), 'F' || (n % 5000), 'XNYS', 100 + n % 50, 100, 'USD', 'captured', 'file',
       'api::article.article', 'filler' || (n / 10), 'en', now(), 'filler' || (n / 10) || ':en', n % 3 <> 0,
       case when n % 3 <> 0 then 'api::article.article|filler' || (n / 10) || '|en|XNYS:F' || n end,
       n % 10, 1, now(), now(), now(), now(), now(), now()
     from generate_series(1, ?) as n`,
    [count],
  );
  await knex.raw('vacuum analyze quote_snapshots');
};

import type { Core } from '@strapi/strapi';
import { body, INSTRUMENTS, slugOf } from './sample-article';

const ARTICLES_PER_STATEMENT = 20;

/**
 * Puts articles (draft and published) and their captured quotes straight into the tables: through the API, 20,000
 * would take longer than everything that is measured.
 */
export const fillWithArticles = async (strapi: Core.Strapi, count: number): Promise<void> => {
  const knex = strapi.db.connection;
  const quotes = 'plugin::quote-snapshots.quote-snapshot' in strapi.contentTypes;
  const now = new Date();
  const article = (index: number, published: boolean) => ({
    document_id: `bench${index}`,
    title: `Story ${index}`,
    slug: slugOf(index),
    body: JSON.stringify(body),
    kind: 'news',
    locale: 'en',
    created_at: now,
    updated_at: now,
    published_at: published ? now : null,
    ...(quotes ? { quote_snapshots_key: `bench${index}:en` } : {}),
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
    related_published_at: now,
    related_key: `bench${index}:en`,
    current_key: `api::article.article|bench${index}|en|${instrument}`,
    current: true,
    position,
    quoted_at: now,
    captured_at: now,
    created_at: now,
    updated_at: now,
    published_at: now,
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
};

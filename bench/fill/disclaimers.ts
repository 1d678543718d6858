import type { Core } from '@strapi/strapi';

const ROWS_PER_STATEMENT = 500;

/** Publishes a disclaimer and links it to every published article. */
export const fillWithDisclaimers = async (strapi: Core.Strapi): Promise<void> => {
  const { documentId } = await strapi.documents('api::disclaimer.disclaimer').create({
    data: {
      name: 'Not advice',
      key: 'not-advice',
      text: 'Nothing here is investment advice.',
      appliesTo: 'chosen',
    },
    locale: 'en',
    status: 'published',
  });
  const knex = strapi.db.connection;
  const { joinTable } = strapi.db.metadata.get('api::article.article').attributes.disclaimers as unknown as {
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const disclaimer: { id: number } = await knex('disclaimers')
    .where({ document_id: documentId })
    .whereNotNull('published_at')
    .first('id');
  const articles: { id: number }[] = await knex('articles').whereNotNull('published_at').select('id');
  const rows = articles.map(({ id }) => ({
    [joinTable.joinColumn.name]: id,
    [joinTable.inverseJoinColumn.name]: disclaimer.id,
  }));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    await knex(joinTable.name).insert(rows.slice(start, start + ROWS_PER_STATEMENT));
};

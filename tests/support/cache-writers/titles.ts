import type { Core } from '@strapi/strapi';
import { authorizeToken } from '../api-token';
import { ARTICLE } from '../articles';
import { loadOutside } from '../load-strapi';
import type { Register } from '../linearizability';
import type { Newsroom } from '../newsroom';
import type { Node } from '../node';
import { onTitle, publishOwn, PUBLISHED, shown, updateTitle, version } from './article';
import { betweenStatements } from './between-statements';

/** Sends a write; throws where it is refused. */
const sendTo =
  (address: string, authorization: string) =>
  async (path: string, method: string, body: unknown): Promise<void> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"errors"'))
      throw new Error(`${method} ${path}: ${text.slice(0, 300)}`);
  };

/** As much of a client of `pg` as is needed here. */
interface PgClient {
  connect(): Promise<void>;
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}

/** A client of PostgreSQL that knows nothing of Strapi, as `psql` is. SQLite's is the second node, which is another process. */
const writeAsPsql = async (strapi: Core.Strapi): Promise<Register[]> => {
  if (strapi.db.dialect.client !== 'postgres') return [];
  const id = await publishOwn(strapi, 'psql');
  const { Client } = loadOutside<{ Client: new (options: { connectionString: string }) => PgClient }>('pg');
  return [
    onTitle('psql', async (number) => {
      const client = new Client({ connectionString: String(process.env.DATABASE_URL) });
      await client.connect();
      await client.query(updateTitle(id, number));
      await client.end();
    }),
  ];
};

/**
 * Writers that change an article's title, each by another road.
 *
 * @param address where writes over HTTP go
 * @param other a second node, which writes by itself
 */
export const titleWriters = async (
  { strapi, adminToken }: Newsroom,
  address: string,
  other: Node,
): Promise<Register[]> => {
  const knex = strapi.db.connection;
  const send = sendTo(address, await authorizeToken(strapi, 'full-access'));
  const sendAsAdmin = sendTo(address, `Bearer ${adminToken}`);
  const own = (slug: string): Promise<string> => publishOwn(strapi, slug);
  const [documents, rest, graphql, admin] = [
    await own('documents'),
    await own('rest'),
    await own('graphql'),
    await own('admin'),
  ];
  const [query, byKnex, node, transaction] = [
    await own('query'),
    await own('knex'),
    await own('node'),
    await own('transaction'),
  ];
  return [
    onTitle('documents', (number) =>
      strapi.documents(ARTICLE).update({
        documentId: documents,
        data: { title: version(number) },
        status: 'published',
      }),
    ),
    onTitle('rest', (number) => send(`/api/articles/${rest}`, 'PUT', { data: { title: version(number) } })),
    {
      ...onTitle('graphql', (number) =>
        send('/graphql', 'POST', {
          query: `mutation { updateArticle(documentId: "${graphql}", data: { title: "${version(number)}" }) { documentId } }`,
        }),
      ),
      path: '/graphql',
      query:
        '{ articles(filters: { slug: { eq: "graphql" } }) { title companies { name } tickers { symbol } quoteSnapshots { price } } }',
      observe: (_status, body) =>
        shown((JSON.parse(body) as { data?: { articles?: { title: string }[] } }).data?.articles?.[0]?.title),
    },
    onTitle('admin', (number) =>
      sendAsAdmin(`/content-manager/collection-types/${ARTICLE}/${admin}/actions/publish`, 'POST', {
        title: version(number),
        slug: 'admin',
      }),
    ),
    onTitle('query', (number) =>
      strapi.db
        .query(ARTICLE)
        .updateMany({ where: { documentId: query, ...PUBLISHED }, data: { title: version(number) } }),
    ),
    onTitle('knex', (number) => knex.raw(updateTitle(byKnex, number))),
    onTitle('node', (number) => other.do('sql', { sql: updateTitle(node, number) }), '&populate=*'),
    // Writes early and commits late, so that others overtake it.
    onTitle('transaction', (number) =>
      strapi.db.transaction(async ({ trx }) => {
        await trx.raw(updateTitle(transaction, number));
        if (strapi.db.dialect.client === 'postgres') await trx.raw(`select pg_sleep(${(number % 4) * 0.05})`);
      }),
    ),
    ...(await writeAsPsql(strapi)),
    ...(await betweenStatements(strapi)),
  ];
};

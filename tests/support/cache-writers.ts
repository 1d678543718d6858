import type { Core } from '@strapi/strapi';
import { authorizeToken } from './api-token';
import { ARTICLE } from './articles';
import type { Register } from './linearizability';
import type { Node } from './node';

const COMPANY = 'api::company.company';
const FILE = 'plugin::upload.file';

const slugPath = (slug: string, populate = ''): string =>
  `/api/articles?filters[slug][$eq]=${slug}${populate}`;

/** The first article of an answer. */
const first = (body: string): Record<string, unknown> | undefined =>
  (JSON.parse(body) as { data?: Record<string, unknown>[] }).data?.[0];

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An article of its own for each writer; the ids of its rows. */
const article = async (strapi: Core.Strapi, slug: string, data: object = {}) => {
  const made = await strapi
    .documents(ARTICLE)
    .create({ data: { title: 'v0', slug, summary: 'v0', ...data } as never, status: 'published' });
  return made.documentId;
};

const published = { publishedAt: { $notNull: true } };

/**
 * Writers of many kinds, each with something of its own that shows in an answer.
 *
 * @param address where writes over HTTP go
 * @param other a second node, which writes by itself
 */
export const cacheWriters = async (
  strapi: Core.Strapi,
  address: string,
  other: Node,
): Promise<Register[]> => {
  const knex = strapi.db.connection;
  const token = await authorizeToken(strapi, 'full-access');
  const version = (number: number): string => `v${number}`;
  const titleOf = (status: number, body: string): string =>
    status === 200 ? shown(first(body)?.title) : `status ${status}`;
  const onTitle = (name: string, write: Register['write']): Register => ({
    name,
    path: slugPath(name),
    expected: version,
    observe: titleOf,
    write,
  });
  const send = async (path: string, method: string, body: unknown): Promise<void> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok || text.includes('"errors"'))
      throw new Error(`${method} ${path}: ${text.slice(0, 300)}`);
  };

  const ids = Object.fromEntries(
    await Promise.all(
      ['documents', 'rest', 'graphql', 'query', 'knex', 'node', 'toggled', 'transaction'].map(
        async (slug) => [slug, await article(strapi, slug)] as const,
      ),
    ),
  ) as Record<string, string>;

  const company = await strapi.documents(COMPANY).create({ data: { name: 'v0', slug: 'written' } as never });
  await article(strapi, 'relation', { companies: [company.documentId] });
  await strapi.documents(COMPANY).create({ data: { name: 'Linked', slug: 'linked' } as never });
  const linkedArticle = await article(strapi, 'other-side');
  const row = (await strapi.db
    .query(ARTICLE)
    .findOne({ where: { documentId: linkedArticle, ...published } })) as { id: number };
  const companyRow = (await strapi.db.query(COMPANY).findOne({ where: { slug: 'linked' } })) as {
    id: number;
  };
  const file: { id: number } = await strapi.db.query(FILE).create({
    data: {
      name: 'cover',
      alternativeText: 'v0',
      hash: 'cover',
      mime: 'image/png',
      size: 1,
      url: '/uploads/cover.png',
      provider: 'local',
      documentId: 'cover',
    },
  });
  await article(strapi, 'media', { cover: file.id });
  await article(strapi, 'captured');
  await knex('quote_snapshots').insert({
    document_id: 'late',
    instrument: 'XNAS:LATE',
    symbol: 'LATE',
    price: 0,
    state: 'captured',
    current: true,
    position: 0,
    related_type: ARTICLE,
    related_document_id: (await strapi.documents(ARTICLE).findFirst({ filters: { slug: 'captured' } }))
      ?.documentId,
    related_locale: 'en',
    related_key: `${(await strapi.documents(ARTICLE).findFirst({ filters: { slug: 'captured' } }))?.documentId}:en`,
    current_key: 'late',
  });

  const may = { action: `${COMPANY}.find` };
  const custom = await authorizeToken(strapi, 'custom', [`${ARTICLE}.find`]);
  const customId = (
    await strapi.db.query('admin::api-token').findMany({ orderBy: { id: 'desc' }, limit: 1 })
  )[0] as { id: number };
  const role = (await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } })) as { id: number };

  return [
    onTitle('documents', (number) =>
      strapi
        .documents(ARTICLE)
        .update({ documentId: ids.documents ?? '', data: { title: version(number) }, status: 'published' }),
    ),
    onTitle('rest', (number) =>
      send(`/api/articles/${ids.rest}`, 'PUT', { data: { title: version(number) } }),
    ),
    {
      ...onTitle('graphql', (number) =>
        send('/graphql', 'POST', {
          query: `mutation { updateArticle(documentId: "${ids.graphql}", data: { title: "${version(number)}" }) { documentId } }`,
        }),
      ),
      path: '/graphql',
      query: '{ articles(filters: { slug: { eq: "graphql" } }) { title } }',
      observe: (_status, body) =>
        shown((JSON.parse(body) as { data?: { articles?: { title: string }[] } }).data?.articles?.[0]?.title),
    },
    onTitle('query', (number) =>
      strapi.db
        .query(ARTICLE)
        .updateMany({ where: { documentId: ids.query, ...published }, data: { title: version(number) } }),
    ),
    onTitle('knex', (number) =>
      knex('articles')
        .where({ document_id: ids.knex })
        .whereNotNull('published_at')
        .update({ title: version(number) }),
    ),
    onTitle('node', (number) =>
      other.do('sql', {
        sql: `update articles set title = '${version(number)}' where document_id = '${ids.node}' and published_at is not null`,
      }),
    ),
    // Writes early and commits late, so that others overtake it.
    onTitle('transaction', (number) =>
      strapi.db.transaction(async ({ trx }) => {
        await trx('articles')
          .where({ document_id: ids.transaction })
          .whereNotNull('published_at')
          .update({ title: version(number) });
        if (strapi.db.dialect.client === 'postgres') await trx.raw(`select pg_sleep(${(number % 4) * 0.01})`);
      }),
    ),
    {
      name: 'relation',
      path: slugPath('relation', '&populate=companies'),
      expected: version,
      observe: (_status, body) => shown((first(body)?.companies as { name: string }[])[0]?.name),
      write: (number) =>
        strapi.documents(COMPANY).update({ documentId: company.documentId, data: { name: version(number) } }),
    },
    {
      name: 'other side',
      path: slugPath('other-side', '&populate=companies'),
      expected: (number) => String(number % 2),
      observe: (_status, body) => String((first(body)?.companies as unknown[]).length),
      write: (number) =>
        number % 2 === 1
          ? knex('articles_companies_lnk').insert({
              article_id: row.id,
              company_id: companyRow.id,
              company_ord: 1,
              article_ord: 1,
            })
          : knex('articles_companies_lnk').where({ article_id: row.id }).delete(),
    },
    {
      name: 'media',
      path: slugPath('media', '&populate=cover'),
      expected: version,
      observe: (_status, body) => shown((first(body)?.cover as { alternativeText: string }).alternativeText),
      write: (number) =>
        strapi.db.query(FILE).update({ where: { id: file.id }, data: { alternativeText: version(number) } }),
    },
    {
      name: 'late capture',
      path: slugPath('captured', '&populate=quoteSnapshots'),
      expected: (number) => String(number),
      observe: (_status, body) => shown((first(body)?.quoteSnapshots as { price: number }[])[0]?.price),
      write: (number) => knex('quote_snapshots').where({ document_id: 'late' }).update({ price: number }),
    },
    {
      name: 'unpublish',
      path: slugPath('toggled'),
      expected: (number) => String(1 - (number % 2)),
      observe: (_status, body) => String((JSON.parse(body) as { data: unknown[] }).data.length),
      write: (number) =>
        number % 2 === 1
          ? strapi.documents(ARTICLE).unpublish({ documentId: ids.toggled ?? '' })
          : strapi.documents(ARTICLE).publish({ documentId: ids.toggled ?? '' }),
    },
    {
      name: 'public permission',
      path: '/api/disclaimers',
      expected: (number) => (number % 2 === 1 ? '403' : '200'),
      observe: (status) => String(status),
      write: (number) => {
        const permission = { action: 'api::disclaimer.disclaimer.find' };
        const permissions = strapi.db.query('plugin::users-permissions.permission');
        return number % 2 === 1
          ? permissions.deleteMany({ where: { ...permission, role: { type: 'public' } } })
          : permissions.create({ data: { ...permission, role: role.id } });
      },
    },
    {
      name: 'token permission',
      path: '/api/companies',
      headers: { authorization: custom },
      expected: (number) => (number % 2 === 1 ? '200' : '403'),
      observe: (status) => String(status),
      write: (number) => {
        const permissions = strapi.db.query('admin::api-token-permission');
        return number % 2 === 1
          ? permissions.create({ data: { ...may, token: customId.id } })
          : permissions.deleteMany({ where: { ...may, token: { id: customId.id } } });
      },
    },
  ];
};

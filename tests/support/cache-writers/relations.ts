import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../articles';
import type { Register } from '../linearizability';
import { firstOf, publishOwn, PUBLISHED, shown, slugPath, version } from './article';

const COMPANY = 'api::company.company';
const FILE = 'plugin::upload.file';

const relation = async (strapi: Core.Strapi): Promise<Register> => {
  const { documentId } = await strapi
    .documents(COMPANY)
    .create({ data: { name: 'v0', slug: 'written' } as never });
  await publishOwn(strapi, 'relation', { companies: [documentId] });
  return {
    name: 'relation',
    path: slugPath('relation', '&populate=companies'),
    last: 0,
    expected: version,
    observe: (_status, body) => shown((firstOf(body)?.companies as { name: string }[])[0]?.name),
    write: (number) => strapi.documents(COMPANY).update({ documentId, data: { name: version(number) } }),
  };
};

/** Links and unlinks by the link table alone: neither the article's row nor the company's is written. */
const otherSide = async (strapi: Core.Strapi): Promise<Register> => {
  const knex = strapi.db.connection;
  await strapi.documents(COMPANY).create({ data: { name: 'Linked', slug: 'linked' } as never });
  const documentId = await publishOwn(strapi, 'other-side');
  const row = (await strapi.db.query(ARTICLE).findOne({ where: { documentId, ...PUBLISHED } })) as {
    id: number;
  };
  const company = (await strapi.db.query(COMPANY).findOne({ where: { slug: 'linked' } })) as { id: number };
  return {
    name: 'other side',
    path: slugPath('other-side', '&populate=companies'),
    last: 0,
    expected: (number) => String(number % 2),
    observe: (_status, body) => String((firstOf(body)?.companies as unknown[]).length),
    write: (number) =>
      number % 2 === 1
        ? knex('articles_companies_lnk').insert({
            article_id: row.id,
            company_id: company.id,
            company_ord: 1,
            article_ord: 1,
          })
        : knex('articles_companies_lnk').where({ article_id: row.id }).delete(),
  };
};

const media = async (strapi: Core.Strapi): Promise<Register> => {
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
  await publishOwn(strapi, 'media', { cover: file.id });
  return {
    name: 'media',
    path: slugPath('media', '&populate=cover'),
    last: 0,
    expected: version,
    observe: (_status, body) => shown((firstOf(body)?.cover as { alternativeText: string }).alternativeText),
    write: (number) =>
      strapi.db.query(FILE).update({ where: { id: file.id }, data: { alternativeText: version(number) } }),
  };
};

/** As the worker notes a quote that came late: by SQL, past the document service. */
const lateCapture = async (strapi: Core.Strapi): Promise<Register> => {
  const knex = strapi.db.connection;
  const documentId = await publishOwn(strapi, 'captured');
  await knex('quote_snapshots').insert({
    document_id: 'late',
    instrument: 'XNAS:LATE',
    symbol: 'LATE',
    price: 0,
    state: 'captured',
    current: true,
    position: 0,
    related_type: ARTICLE,
    related_document_id: documentId,
    related_locale: 'en',
    related_key: `${documentId}:en`,
    current_key: 'late',
  });
  return {
    name: 'late capture',
    path: slugPath('captured', '&populate=quoteSnapshots'),
    last: 0,
    expected: (number) => String(number),
    observe: (_status, body) => shown((firstOf(body)?.quoteSnapshots as { price: number }[])[0]?.price),
    write: (number) => knex('quote_snapshots').where({ document_id: 'late' }).update({ price: number }),
  };
};

const unpublish = async (strapi: Core.Strapi): Promise<Register> => {
  const documentId = await publishOwn(strapi, 'toggled');
  return {
    name: 'unpublish',
    path: slugPath('toggled'),
    last: 0,
    expected: (number) => String(1 - (number % 2)),
    observe: (_status, body) => String((JSON.parse(body) as { data: unknown[] }).data.length),
    write: (number) =>
      number % 2 === 1
        ? strapi.documents(ARTICLE).unpublish({ documentId })
        : strapi.documents(ARTICLE).publish({ documentId }),
  };
};

const deletedLocale = async (strapi: Core.Strapi): Promise<Register> => {
  const documentId = await publishOwn(strapi, 'in-english');
  const translate = () =>
    strapi.documents(ARTICLE).update({
      documentId,
      locale: 'de',
      data: { title: 'Auf Deutsch', slug: 'auf-deutsch' },
      status: 'published',
    });
  await translate();
  return {
    name: 'deleted locale',
    path: slugPath('auf-deutsch', '&locale=de'),
    last: 0,
    expected: (number) => String(1 - (number % 2)),
    observe: (_status, body) => String((JSON.parse(body) as { data: unknown[] }).data.length),
    write: (number) =>
      number % 2 === 1 ? strapi.documents(ARTICLE).delete({ documentId, locale: 'de' }) : translate(),
  };
};

/** Writers that change what an article shows, and not its title. */
export const relationWriters = async (strapi: Core.Strapi): Promise<Register[]> => [
  await relation(strapi),
  await otherSide(strapi),
  await media(strapi),
  await lateCapture(strapi),
  await unpublish(strapi),
  await deletedLocale(strapi),
];

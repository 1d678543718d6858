import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Newsroom } from '../support/newsroom';
import { signInAs } from '../support/admin-user';
import { body } from '../support/articles';

/** Stands in every unpublished text of the victim, and nowhere else: one look at an answer tells of a leak. */
export const PLANTED = 'Kestrelgrange';

/** Stands in the draft of a disclaimer, which people of the newsroom may read, and nobody else. */
export const PLANTED_FOR_STAFF = 'Quillhavenrock';

const ARTICLE = 'api::article.article';
const FOLDER = 'plugin::upload.folder';
const PICTURE = path.resolve(__dirname, '../../favicon.png');

/** What an editor has made, and what nobody else may read or change. */
export interface Victim {
  /** By content type: the documents of that type. */
  documents: ReadonlyMap<string, readonly string[]>;
  /** The picture that the draft shows. */
  file: number;
  /** The folder that the picture is in. */
  folder: number;
  /** The row of the locale "de", which the draft has a version in. */
  locale: number;
  /** The account that made all of it. */
  user: number;
}

const texts = (note: string) => ({
  title: `${PLANTED} ${note}`,
  summary: PLANTED,
  body: body(`${PLANTED} buys a company (NASDAQ: MSFT).`),
  coverCaption: PLANTED,
  coverCredit: PLANTED,
});

const uploadPicture = async ({ http }: Newsroom, authorization: string): Promise<number> => {
  const answer = await http().post('/upload').set('authorization', authorization).attach('files', PICTURE);
  return answer.body[0].id;
};

/** Every row of these documents belongs to the editor, as if they had been typed in. */
const giveTo = async (strapi: Core.Strapi, user: number, documents: Victim['documents']): Promise<void> => {
  for (const [uid, documentIds] of documents) {
    const { tableName } = strapi.db.metadata.get(uid);
    await strapi.db
      .connection(tableName)
      .whereIn('document_id', [...documentIds])
      .update({ created_by_id: user, updated_by_id: user });
  }
};

let victims = 0;

/**
 * Makes a draft in two locales, a published article that is being rewritten, a draft of a disclaimer, their company,
 * ticker, picture and folder, and a briefing that leads to them.
 */
export const makeVictim = async (newsroom: Newsroom): Promise<Victim> => {
  const { strapi } = newsroom;
  const number = (victims += 1);
  const authorization = `Bearer ${await signInAs(strapi, 'newsroom-editor')}`;
  const [user] = await strapi.db.query('admin::user').findMany({ orderBy: { id: 'desc' }, limit: 1 });
  const file = await uploadPicture(newsroom, authorization);
  const folder = await strapi.db
    .query(FOLDER)
    .create({ data: { name: `Desk ${number}`, pathId: 1000 + number, path: `/${1000 + number}` } });
  await strapi.db.query('plugin::upload.file').update({
    where: { id: file },
    data: { folder: folder.id, folderPath: folder.path, createdBy: user.id },
  });

  const company = await strapi.documents('api::company.company').create({ data: { name: `Corp ${number}` } });
  const ticker = await strapi
    .documents('api::ticker.ticker')
    .create({ data: { symbol: `VIC${number}`, mic: 'XNAS', company: company.documentId } });
  const disclaimer = await strapi.documents('api::disclaimer.disclaimer').create({
    data: {
      name: PLANTED_FOR_STAFF,
      key: `planted-${number}`,
      text: PLANTED_FOR_STAFF,
      appliesTo: 'chosen',
    },
  });
  const links = {
    tickers: [ticker.documentId],
    companies: [company.documentId],
    disclaimers: [disclaimer.documentId],
    cover: file,
  };
  const articles = strapi.documents(ARTICLE);
  const draft = await articles.create({ data: { ...texts('draft'), ...links, byline: PLANTED } });
  const at = { documentId: draft.documentId, locale: 'de' };
  await articles.update({ ...at, data: texts('Entwurf') });
  const out = await articles.create({
    data: { ...links, disclaimers: [], title: `Out ${number}`, body: body('Out (NASDAQ: MSFT).') },
    status: 'published',
  });
  await articles.update({ documentId: out.documentId, data: { ...texts('rewritten'), byline: PLANTED } });
  const both = [draft.documentId, out.documentId];
  const briefing = await strapi.documents('api::briefing.briefing' as typeof ARTICLE).create({
    data: { title: `Briefing ${number}`, articles: both, picture: file } as never,
    status: 'published',
  });
  const snapshot = await strapi.db
    .query('plugin::quote-snapshots.quote-snapshot')
    .findOne({ where: { relatedDocumentId: out.documentId } });

  const documents = new Map<string, string[]>([
    [ARTICLE, both],
    ['api::company.company', [company.documentId]],
    ['api::ticker.ticker', [ticker.documentId]],
    ['api::disclaimer.disclaimer', [disclaimer.documentId]],
    ['api::briefing.briefing', [briefing.documentId]],
  ]);
  await giveTo(strapi, user.id, documents);
  const german = await strapi.db.query('plugin::i18n.locale').findOne({ where: { code: 'de' } });
  return {
    documents: new Map([...documents, ['plugin::quote-snapshots.quote-snapshot', [snapshot.documentId]]]),
    file,
    folder: folder.id,
    locale: german.id,
    user: user.id,
  };
};

/** Settings and accounts, which no attacker may change either; what changes by itself is left out. */
const SETTINGS = ['i18n_locale', 'admin_roles', 'strapi_webhooks', 'up_roles'];

/** All that must be as it was after an attack, as one text. */
export const fingerprint = async (strapi: Core.Strapi, victim: Victim): Promise<string> => {
  const { connection } = strapi.db;
  const parts: unknown[] = [];
  for (const [uid, documentIds] of victim.documents) {
    const { tableName } = strapi.db.metadata.get(uid);
    const rows: Record<string, unknown>[] = await connection(tableName)
      .whereIn('document_id', [...documentIds])
      .orderBy('id');
    // The plugin's own mark changes when its worker comes by.
    parts.push(rows.map(({ quote_snapshots_record: _mark, ...row }) => row));
    if (uid !== ARTICLE) continue;
    for (const table of ['articles_tickers_lnk', 'articles_companies_lnk', 'articles_disclaimers_lnk']) {
      const ids = rows.map(({ id }) => id as number);
      parts.push(await connection(table).whereIn('article_id', ids).orderBy('id'));
    }
  }
  for (const table of SETTINGS) parts.push(await connection(table).orderBy('id'));
  parts.push(await connection('files').where({ id: victim.file }));
  parts.push(await connection('upload_folders').where({ id: victim.folder }));
  const stored: { key: string; value: string }[] = await connection('strapi_core_store_settings')
    .whereIn('key', [
      'plugin_i18n_default_locale',
      'plugin_upload_settings',
      'plugin_users-permissions_advanced',
    ])
    .orderBy('id');
  parts.push(stored, await connection('admin_users').where({ id: victim.user }));
  return JSON.stringify(parts);
};

import { protectPublications } from '../../../src/newsroom/corrections/protect-publications';
import { createAdminUser, mayWith, type Permission } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, settled, title } from '../../support/articles';
import {
  ACT,
  changedArticles,
  CORRECTION,
  MINUTE_MS,
  NOTE,
  RECORD,
  RIGHT,
  WRONG,
} from '../../support/changed-articles';
import type { Suite } from '../../support/describe-newsroom';

/** What readers were shown, kept for every publication. */
export const publicationRecord: Suite = (newsroom) => {
  const { documents, read, fullToken, admin, rows, changes, letTimePass } = changedArticles(newsroom);
  let token: string;
  beforeAll(async () => {
    token = await fullToken();
  });
  beforeEach(letTimePass);

  it('has what readers were shown of each', async () => {
    const documentId = await publishArticle(newsroom(), [WRONG, '(NASDAQ: MSFT)'], {
      summary: 'In short.',
    });
    newsroom().clock.advance(MINUTE_MS);
    await documents().update({
      documentId,
      data: { body: body(RIGHT), ...CORRECTION },
      status: 'published',
    });
    const shown = await read(documentId);
    const [first, second] = await rows(documentId);
    expect(first).toMatchObject({
      change: 'first',
      by: 'code',
      at: shown.firstPublishedAt,
      title: shown.title,
      summary: 'In short.',
      body: body(WRONG, '(NASDAQ: MSFT)'),
      instruments: ['XNAS:MSFT'],
      corrections: [],
    });
    expect(second).toMatchObject({
      change: 'correction',
      note: NOTE,
      at: shown.publishedAt,
      body: body(RIGHT),
      instruments: [],
      corrections: [{ text: NOTE }],
    });
  });

  it('is written with the publication, or not at all', async () => {
    const { strapi } = newsroom();
    const { documentId } = await documents().create({ data: { title: title() } });
    const work = strapi.db.transaction(async () => {
      await documents().publish({ documentId });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await rows(documentId)).toEqual([]);
  });

  it('is kept for each locale of one publication', async () => {
    const { documentId } = await documents().create({ data: { title: title() } });
    await documents().update({ documentId, locale: 'es', data: { title: title() } });
    await documents().publish({ documentId, locale: '*' });
    expect([await changes(documentId), await changes(documentId, 'es')]).toEqual([['first'], ['first']]);
  });

  describe('since a moment, for the home page', () => {
    const since = async (from: string, token = newsroom().adminToken): Promise<Record<string, unknown>[]> => {
      const answer = await newsroom()
        .http()
        .get(`/newsroom/publications?since=${encodeURIComponent(from)}`)
        .set('authorization', `Bearer ${token}`)
        .expect(200);
      return answer.body.data;
    };

    it('is one line for each article and locale, newest first, with its quotes', async () => {
      const from = new Date().toISOString();
      const older = await publishArticle(newsroom(), ['(NASDAQ: MSFT) and (NASDAQ: NOSUX)'], {
        title: 'Of today',
      });
      newsroom().clock.advance(1_000);
      const newer = await publishArticle(newsroom(), ['Nothing.']);
      await settled(newsroom());
      newsroom().clock.advance(1_000);
      await documents().update({ documentId: older, locale: 'es', data: { title: 'De hoy' } });
      await documents().publish({ documentId: older, locale: 'es' });
      newsroom().clock.advance(1_000);
      await documents().publish({ documentId: newer });
      const lines = await since(from);
      expect(lines).toMatchObject([
        { documentId: newer, locale: 'en', change: 'republication', quotes: { captured: 0 } },
        { documentId: older, locale: 'es', title: 'De hoy', change: 'first' },
        {
          documentId: older,
          locale: 'en',
          title: 'Of today',
          by: 'code',
          change: 'first',
          quotes: { captured: 1, pending: 0, unavailable: 1 },
        },
      ]);
      expect(await since(String(lines[0]?.at))).toHaveLength(1);
      await documents().unpublish({ documentId: newer });
      expect((await since(from)).map(({ documentId }) => documentId)).toEqual([older, older]);
    });

    it('is of what the role may read: own articles, in its locales, with its fields, and quotes by permission', async () => {
      const { strapi } = newsroom();
      const from = new Date().toISOString();
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { title: 'Of somebody' });
      newsroom().clock.advance(1_000);
      await documents().update({ documentId, locale: 'es', data: { title: 'De alguien' } });
      await documents().publish({ documentId, locale: 'es' });
      const [read] = mayWith(strapi, ARTICLE, ['read']);
      const as = async (name: string, permissions: Permission[]) =>
        since(from, (await createAdminUser(strapi, name, permissions)).token);
      expect(await as('today-none', [])).toEqual([]);
      expect(await as('today-own', mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']))).toEqual([]);
      expect(
        await as('today-spanish', [{ ...read!, properties: { ...read!.properties, locales: ['es'] } }]),
      ).toMatchObject([{ locale: 'es', title: 'De alguien', quotes: null }]);
      const withoutTitle = { fields: ['summary'], locales: ['en'] };
      expect(await as('today-no-title', [{ ...read!, properties: withoutTitle }])).toMatchObject([
        { documentId, locale: 'en', title: null },
      ]);
    });

    it('is not lost behind hundreds that others have published since', async () => {
      const { strapi } = newsroom();
      const from = new Date().toISOString();
      const documentId = await publishArticle(newsroom(), ['Nothing.']);
      const [row] = await rows(documentId);
      const { id: _id, documentId: _own, ...shown } = row ?? {};
      // Of articles that are deleted, or that the caller may not read.
      for (let start = 0; start < 700; start += 50) {
        const data = Array.from({ length: 50 }, (_, n) => ({
          ...shown,
          documentId: `since-${start + n}`,
          articleDocumentId: `since-${start + n}`,
        }));
        await strapi.db.query(RECORD).createMany({ data: data as never });
      }
      expect((await since(from)).map((line) => line.documentId)).toEqual([documentId]);
    });

    it('is asked with an instant, by somebody who is signed in', async () => {
      const { http, adminToken } = newsroom();
      await http().get('/newsroom/publications?since=2026-11-28T00:00:00Z').expect(401);
      for (const query of ['', '?since=yesterday', '?since=2026-11-28T00:00:00Z&locale=es']) {
        const answer = await http()
          .get(`/newsroom/publications${query}`)
          .set('authorization', `Bearer ${adminToken}`)
          .expect(400);
        expect(answer.body.error.message).toContain('"since"');
      }
    });
  });

  it('is written by no API, and read by none that readers have', async () => {
    const { strapi, http } = newsroom();
    const documentId = await publishArticle(newsroom(), [WRONG]);
    const [row] = await rows(documentId);
    const record = strapi.documents(RECORD);
    const id = { documentId: String(row?.documentId) };
    await expect(record.update({ ...id, data: { title: 'Forged' } })).rejects.toThrow('record');
    await expect(record.delete(id)).rejects.toThrow('record');
    await expect(record.create({ data: { title: 'Forged' } as never })).rejects.toThrow('record');
    const change = strapi.db.query(RECORD).update({ where: { id: row?.id }, data: { title: 'Forged' } });
    const outcome = await change.then(
      () => 'changed',
      ({ message }: Error) => message,
    );
    expect(outcome).toContain('never changed');
    await expect(strapi.db.query(RECORD).delete({ where: { id: row?.id } })).rejects.toMatchObject({
      message: expect.stringContaining('never deleted'),
    });
    for (const path of ['/api/article-publications', '/api/article-publication']) {
      await http().get(path).set('authorization', token).expect(404);
    }
    const { body: schema } = await http().post('/graphql').send({ query: '{ __schema { types { name } } }' });
    const names: string[] = schema.data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names.filter((name) => /ArticlePublication/i.test(name))).toEqual([]);
    expect(await rows(documentId)).toEqual([row]);
  });

  it('begins with what readers are shown of an article from before there was one', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), [WRONG, '(NASDAQ: MSFT)']);
    const before = await read(documentId);
    const { tableName } = strapi.db.metadata.get(RECORD);
    const ofTable = strapi.db.dialect.client === 'postgres' ? ` on ${tableName}` : '';
    await strapi.db.connection.raw(`drop trigger ${tableName}_kept${ofTable}`);
    await strapi.db.connection(tableName).where({ article_document_id: documentId }).delete();
    await protectPublications(strapi);
    newsroom().clock.advance(16 * MINUTE_MS);
    await documents().update({
      documentId,
      data: { body: body(RIGHT), ...CORRECTION },
      status: 'published',
    });
    const [first, second] = await rows(documentId);
    expect(first).toMatchObject({
      change: 'first',
      by: null,
      at: before.publishedAt,
      body: body(WRONG, '(NASDAQ: MSFT)'),
      instruments: ['XNAS:MSFT'],
    });
    expect(second).toMatchObject({ change: 'correction', firstPublishedAt: first?.firstPublishedAt });
  });

  it('tells who said what the change was in the list of acts', async () => {
    const documentId = await publishArticle(newsroom(), [WRONG]);
    await admin('post', `/${documentId}/actions/publish`)
      .send({ body: body(RIGHT), ...CORRECTION })
      .expect(200);
    const acts = await newsroom()
      .strapi.db.query(ACT)
      .findMany({ where: { articleDocumentId: documentId, act: 'corrected' } });
    expect(acts).toEqual([expect.objectContaining({ by: 'Ada Admin', reason: NOTE })]);
  });
};

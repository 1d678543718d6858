import { body, publishArticle, title } from '../../support/articles';
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
    await strapi.db.connection(tableName).where({ article_document_id: documentId }).delete();
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

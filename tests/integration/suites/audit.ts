import { recordAct } from '../../../src/newsroom/audit/record-act';
import { databaseTime } from '../../../src/newsroom/clock/database-time';
import { ARTICLE_ACT } from '../../../src/newsroom/type-names';
import { signInAs } from '../../support/admin-user';
import type { Suite } from '.';

interface Line {
  id: number;
  documentId: string;
  act: string;
  at: string;
  by: string;
  reason: string | null;
  before: object | null;
}

export const audit: Suite = (newsroom) => {
  const lines = (articleDocumentId: string): Promise<Line[]> =>
    newsroom()
      .strapi.db.query(ARTICLE_ACT)
      .findMany({ where: { articleDocumentId }, orderBy: { id: 'asc' } });
  const line = { articleLocale: 'en', act: 'scheduled' } as const;

  it('a line has the database’s time, and who did it', async () => {
    const { strapi } = newsroom();
    const before = await databaseTime(strapi);
    await recordAct(strapi, {
      ...line,
      articleDocumentId: 'audit-1',
      reason: 'Why not.',
      before: { publishAt: null },
    });
    const [found] = await lines('audit-1');
    expect(found).toMatchObject({
      act: 'scheduled',
      by: 'code',
      reason: 'Why not.',
      before: { publishAt: null },
    });
    expect(new Date(found!.at).getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(new Date(found!.at).getTime()).toBeLessThanOrEqual((await databaseTime(strapi)).getTime());
  });

  it('is rolled back with the act that it tells of', async () => {
    const { strapi } = newsroom();
    const failed = strapi.db.transaction(async () => {
      await recordAct(strapi, { ...line, articleDocumentId: 'audit-2' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await lines('audit-2')).toEqual([]);
  });

  it('no API has it, not even for a token with full access', async () => {
    const { strapi, http } = newsroom();
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'audit', type: 'full-access', description: '', lifespan: null });
    await http().get('/api/article-acts').set('authorization', `Bearer ${accessKey}`).expect(404);
    const { body } = await http()
      .post('/graphql')
      .set('authorization', `Bearer ${accessKey}`)
      .send({ query: '{ articleActs { documentId } }' });
    expect(body.errors[0].message).toContain('Cannot query field "articleActs"');
  });

  it('nobody changes or deletes a line by the content manager or the document service', async () => {
    const { strapi, http, adminToken } = newsroom();
    await recordAct(strapi, { ...line, articleDocumentId: 'audit-3' });
    const [before] = await lines('audit-3');
    const path = `/content-manager/collection-types/${ARTICLE_ACT}`;
    const as = { authorization: `Bearer ${adminToken}` };
    const data = { ...line, articleDocumentId: 'audit-3', at: new Date(), by: 'me' };
    await http().post(path).set(as).send(data).expect(403);
    await http().put(`${path}/${before!.documentId}`).set(as).send({ by: 'me' }).expect(403);
    await http().delete(`${path}/${before!.documentId}`).set(as).expect(403);
    await http().post(`${path}/clone/${before!.documentId}`).set(as).send(data).expect(403);
    await http()
      .post(`${path}/actions/bulkDelete`)
      .set(as)
      .send({ documentIds: [before!.documentId] })
      .expect(403);
    const documents = strapi.documents(ARTICLE_ACT);
    const { documentId } = before!;
    await expect(documents.update({ documentId, data: { by: 'me' } })).rejects.toThrow('is a record');
    await expect(documents.delete({ documentId })).rejects.toThrow('is a record');
    expect(await lines('audit-3')).toEqual([before]);
  });

  it('the database refuses to change a line, whoever asks', async () => {
    const { strapi } = newsroom();
    await recordAct(strapi, { ...line, articleDocumentId: 'audit-4' });
    const before = await lines('audit-4');
    const change = strapi.db
      .query(ARTICLE_ACT)
      .updateMany({ where: { articleDocumentId: 'audit-4' }, data: { by: 'me' } });
    // An error of the driver, which is no instance of the tests' own Error.
    await expect(change).rejects.toMatchObject({ message: expect.stringContaining('never changed') });
    expect(await lines('audit-4')).toEqual(before);
  });

  it('the database refuses to delete a line, or all but one; a restore may empty the table', async () => {
    const { strapi } = newsroom();
    const query = strapi.db.query(ARTICLE_ACT);
    const { tableName } = strapi.db.metadata.get(ARTICLE_ACT);
    for (const name of ['audit-5', 'audit-6']) await recordAct(strapi, { ...line, articleDocumentId: name });
    const count = await query.count();
    const refused = { message: expect.stringContaining('never deleted') };
    const [{ id } = { id: 0 }] = await lines('audit-5');
    await expect(query.delete({ where: { id } })).rejects.toMatchObject(refused);
    await expect(query.deleteMany({ where: { articleDocumentId: 'audit-5' } })).rejects.toMatchObject(
      refused,
    );
    await expect(query.deleteMany({ where: { id: { $ne: id } } })).rejects.toMatchObject(refused);
    await expect(strapi.db.connection(tableName).where({ id }).delete()).rejects.toMatchObject(refused);
    expect(await query.count()).toBe(count);
    // Nothing deleted is no deletion.
    await query.deleteMany({ where: { articleDocumentId: 'nobody’s' } });
    const emptied = strapi.db.transaction(async () => {
      // As `strapi import` and `strapi transfer` call it, with Strapi's lifecycles off.
      strapi.db.lifecycles.disable();
      await query.deleteMany();
      strapi.db.lifecycles.enable();
      expect(await query.count()).toBe(0);
      throw new Error('Other tests need them.');
    });
    await expect(emptied).rejects.toThrow('Other tests need them.');
    expect(await query.count()).toBe(count);
    // Still kept, after the transaction that emptied it was rolled back.
    await expect(query.delete({ where: { id } })).rejects.toMatchObject(refused);
  });

  it('Compliance reads it, and editors do not', async () => {
    const { strapi, http } = newsroom();
    const path = `/content-manager/collection-types/${ARTICLE_ACT}`;
    for (const [role, status] of [
      ['newsroom-compliance', 200],
      ['newsroom-editor', 403],
    ] as const) {
      const token = await signInAs(strapi, role);
      await http().get(path).set('authorization', `Bearer ${token}`).expect(status);
    }
  });
};

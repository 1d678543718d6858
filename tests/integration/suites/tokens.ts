import { createToken } from '../../../src/newsroom/access/create-token';
import { TOKENS } from '../../../src/newsroom/access/tokens';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '.';

export const tokens: Suite = (newsroom) => {
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    for (const name of ['frontend', 'preview'] as const) {
      await newsroom()
        .strapi.db.query('admin::api-token')
        .deleteMany({ where: { name: TOKENS[name].name } });
      keys[name] = (await createToken(newsroom().strapi, name)) ?? '';
    }
  });
  const get = (token: string, path: string) =>
    newsroom().http().get(path).set('authorization', `Bearer ${keys[token]}`);
  const draft = async () =>
    (
      await newsroom()
        .strapi.documents(ARTICLE)
        .create({ data: { title: title(), body: body('x') } })
    ).documentId;

  it('are made with exactly their permissions, once, and cannot be shown again', async () => {
    const { strapi } = newsroom();
    for (const name of ['frontend', 'preview'] as const) {
      const token = await strapi.db
        .query('admin::api-token')
        .findOne({ where: { name: TOKENS[name].name }, populate: ['permissions'] });
      expect(token).toMatchObject({ type: 'custom', kind: 'content-api', encryptedKey: null });
      expect(token.accessKey).not.toBe(keys[name]);
      const actions = token.permissions.map(({ action }: { action: string }) => action);
      expect(actions.sort()).toEqual([...TOKENS[name].actions].sort());
      expect(await createToken(strapi, name)).toBeUndefined();
    }
  });

  it('both read what is published', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    for (const token of ['frontend', 'preview']) {
      const answer = await get(token, `/api/articles/${documentId}?populate=*`).expect(200);
      expect(answer.body.data.quoteSnapshots).toHaveLength(1);
      await get(token, '/api/quote-snapshots/latest').expect(200);
    }
  });

  it('Preview reads drafts, Frontend does not', async () => {
    const documentId = await draft();
    for (const path of [`/api/articles/${documentId}/draft`, `/api/articles/${documentId}?status=draft`]) {
      expect((await get('preview', path).expect(200)).body.data.documentId).toBe(documentId);
      await get('frontend', path).expect(403);
      await newsroom().http().get(path).expect(403);
    }
    await get('frontend', `/api/articles/${documentId}`).expect(404);
  });

  it.each(['frontend', 'preview'])('%s writes nothing', async (token) => {
    const documentId = await publishArticle(newsroom(), ['x']);
    const auth = `Bearer ${keys[token]}`;
    const { http } = newsroom();
    await http().post('/api/articles').set('authorization', auth).send({ data: {} }).expect(403);
    await http().put(`/api/articles/${documentId}`).set('authorization', auth).send({ data: {} }).expect(403);
    await http().delete(`/api/articles/${documentId}`).set('authorization', auth).expect(403);
  });
};

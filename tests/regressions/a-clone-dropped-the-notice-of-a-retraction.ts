import { createAdminUser, mayWith } from '../support/admin-user';
import { authorizeToken } from '../support/api-token';
import { ARTICLE, publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/** Whoever may create and publish cloned a retracted article, and published the same text without its notice. */
export const regression: Suite = (newsroom) => {
  const retracted = async (): Promise<string> => {
    const { strapi, http } = newsroom();
    const key = await authorizeToken(strapi, 'custom', ['api::article.article.retract']);
    const documentId = await publishArticle(newsroom(), ['False words.']);
    await http()
      .post(`/api/articles/${documentId}/retract`)
      .set('authorization', key)
      .send({ data: { notice: 'We take it back.' } })
      .expect(200);
    return documentId;
  };
  const clone = async (documentId: string, token: string) =>
    newsroom()
      .http()
      .post(`/content-manager/collection-types/${ARTICLE}/clone/${documentId}`)
      .set('authorization', `Bearer ${token}`)
      .send({ title: title(), slug: null });

  it('is refused to who may not retract', async () => {
    const { strapi } = newsroom();
    const documentId = await retracted();
    const writes = mayWith(strapi, ARTICLE, ['create', 'read', 'update', 'publish']);
    const { token } = await createAdminUser(strapi, 'clones-articles', writes);
    const answer = await clone(documentId, token);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining('needs the right to retract'),
    ]);
    const open = await clone(await publishArticle(newsroom(), ['True words.']), token);
    expect([open.status, open.body.error]).toEqual([200, undefined]);
  });

  it('and not to who may', async () => {
    const answer = await clone(await retracted(), newsroom().adminToken);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  });
};

import { authorizeToken } from '../support/api-token';
import { actNames, inMs, MINUTE_MS, storedTimes } from '../support/article-times';
import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const WRITES = ['find', 'findOne', 'update'].map((act) => `api::article.article.${act}`);

/** Callers who may not read the times read null. They sent that back with a new headline, and the end of the article was cancelled. */
export const regression: Suite = (newsroom) => {
  let documentId = '';
  beforeEach(async () => {
    documentId = await publishArticle(newsroom(), ['Out.'], {});
    const unpublishAt = await inMs(newsroom(), 300 * MINUTE_MS);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { unpublishAt } as never });
  });
  const expectKept = async () => {
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ unpublishAt: expect.any(String) });
    expect(await actNames(newsroom(), documentId)).not.toContain('schedule-cancelled');
  };
  const graphql = (authorization: string, data: string) =>
    newsroom()
      .http()
      .post('/graphql')
      .set('authorization', authorization)
      .send({
        query: `mutation { updateArticle(documentId: "${documentId}", data: { title: "${title()}", ${data} }) { documentId } }`,
      });

  it('REST', async () => {
    const { http, strapi } = newsroom();
    const token = await authorizeToken(strapi, 'custom', WRITES);
    const path = `/api/articles/${documentId}`;
    const { data: read } = (await http().get(path).set('authorization', token)).body;
    expect(read).toMatchObject({ unpublishAt: null, publishAt: null });
    const { unpublishAt, publishAt, proposedPublishAt, embargoUntil } = read;
    for (const query of ['', '?status=draft']) {
      const data = { title: title(), unpublishAt, publishAt, proposedPublishAt, embargoUntil };
      const put = await http().put(`${path}${query}`).set('authorization', token).send({ data });
      expect([put.status, put.body.error]).toEqual([200, undefined]);
      await expectKept();
    }
  });

  it('GraphQL', async () => {
    const token = await authorizeToken(newsroom().strapi, 'custom', WRITES);
    const answer = await graphql(token, 'unpublishAt: null, publishAt: null');
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    await expectKept();
  });

  it('a role that may not read the field', async () => {
    const { http, strapi } = newsroom();
    const permissions = mayWith(strapi, ARTICLE, ['read', 'update', 'publish']).map((one) =>
      one.action.endsWith('.read')
        ? {
            ...one,
            properties: {
              ...one.properties,
              fields: (one.properties?.fields as string[]).filter((field) => field !== 'unpublishAt'),
            },
          }
        : one,
    );
    const { token } = await createAdminUser(strapi, `reads-no-end-${documentId}`, permissions);
    await http()
      .post(`/newsroom/articles/${documentId}/times`)
      .set('authorization', `Bearer ${token}`)
      .send({ unpublishAt: null })
      .expect(200);
    await expectKept();
  });

  it('who may read it cancels it as before', async () => {
    const { strapi } = newsroom();
    const token = await authorizeToken(strapi, 'custom', [...WRITES, 'api::article.article.findDraft']);
    const answer = await graphql(token, 'unpublishAt: null');
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ unpublishAt: null });
  });
};

import { createAdminUser, mayWith } from '../support/admin-user';
import { authorizeToken } from '../support/api-token';
import { actNames, draftArticle, inMs, isOut, MINUTE_MS, storedTimes } from '../support/article-times';
import { ARTICLE, publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const COLLECTION = `/content-manager/collection-types/${ARTICLE}`;

/**
 * `?locale=` names no locale, and Strapi writes the default one. The newsroom judged the write for the locale "", in which nothing
 * is stored, so that whoever may write lifted an embargo.
 */
export const regression: Suite = (newsroom) => {
  const LIFTED = { embargoUntil: null, publishAt: null };
  let token = '';
  let documentId = '';
  let embargoUntil = '';
  let publishAt = '';
  beforeAll(async () => {
    token = await authorizeToken(newsroom().strapi, 'full-access');
  });
  beforeEach(async () => {
    const [until, at] = [await inMs(newsroom(), 60 * MINUTE_MS), await inMs(newsroom(), 90 * MINUTE_MS)];
    [embargoUntil, publishAt] = [until.toISOString(), at.toISOString()];
    documentId = await draftArticle(newsroom(), { embargoUntil: until, publishAt: at });
  });
  afterEach(async () => {
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil, publishAt });
    expect(await isOut(newsroom(), documentId)).toBe(false);
    expect(await actNames(newsroom(), documentId)).not.toContain('embargo-lifted');
    await newsroom().strapi.documents(ARTICLE).delete({ documentId });
  });

  it.each(['locale=', 'locale[]=', 'locale[0]=&locale[1]=', 'locale', 'locale=&locale='])(
    'REST, with ?%s',
    async (query) => {
      const put = (data: object, status: string) =>
        newsroom()
          .http()
          .put(`/api/articles/${documentId}?${status}${query}`)
          .set('authorization', token)
          .send({ data });
      expect((await put(LIFTED, 'status=draft&')).status).toBe(400);
      expect((await put({ title: title() }, '')).status).toBe(400);
    },
  );

  it('GraphQL', async () => {
    const query = `mutation ($id: ID!) { updateArticle(documentId: $id, locale: "", status: DRAFT, data: { embargoUntil: null }) { documentId } }`;
    const answer = await newsroom()
      .http()
      .post('/graphql')
      .set('authorization', token)
      .send({ query, variables: { id: documentId } });
    expect(answer.body.errors).toHaveLength(1);
  });

  it.each([[''], [null], [['']], [[]], [['', null]]])('code, with the locale %j', async (locale) => {
    const articles = newsroom().strapi.documents(ARTICLE);
    await expect(
      articles.update({ documentId, locale: locale as string, data: LIFTED as never }),
    ).rejects.toThrow(/embargo/i);
    await expect(articles.publish({ documentId, locale: locale as string })).rejects.toThrow(/embargo/i);
  });

  it.each(['bulkPublish', 'bulkUnpublish', 'bulkDelete'])(
    '%s, by whoever may do that with what is their own',
    async (action) => {
      const { strapi, http } = newsroom();
      const author = await createAdminUser(
        strapi,
        title(),
        mayWith(strapi, ARTICLE, ['read', 'update', 'delete', 'publish'], ['admin::is-creator']),
      );
      const others = await publishArticle(newsroom(), ['Of somebody else.']);
      const draft = await draftArticle(newsroom());
      const answer = await http()
        .post(`${COLLECTION}/actions/${action}`)
        .set('authorization', `Bearer ${author.token}`)
        .send({ documentIds: [others, draft], locale: [''] });
      expect(answer.status).toBe(400);
      expect([await isOut(newsroom(), others), await isOut(newsroom(), draft)]).toEqual([true, false]);
    },
  );
};

import { authorizeToken } from '../support/api-token';
import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const WRITES = ['create', 'update', 'delete'].map((act) => `api::article.article.${act}`);

/** A token that writes articles and reads no drafts was told by the error of its write until when an article is under embargo. */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let documentId = '';
  let until = '';
  let writer = '';
  let reader = '';
  beforeAll(async () => {
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    until = embargoUntil.toISOString();
    documentId = await draftArticle(newsroom(), { embargoUntil, publishAt: embargoUntil });
    await articles().update({ documentId, locale: 'de', data: { title: title() } });
    writer = await authorizeToken(newsroom().strapi, 'custom', WRITES);
    reader = await authorizeToken(newsroom().strapi, 'custom', [...WRITES, 'api::article.article.findDraft']);
  });
  afterAll(() => articles().delete({ documentId, locale: '*' }));

  const put = (query: string, data: () => Promise<object>) => async (token: string) =>
    newsroom()
      .http()
      .put(`/api/articles/${documentId}${query}`)
      .set('authorization', token)
      .send({ data: await data() });

  it.each<[string, (token: string) => Promise<{ status: number; text: string }>]>([
    ['publishing it', put('', () => Promise.resolve({ summary: 'x' }))],
    ['publishing a translation', put('?locale=de', () => Promise.resolve({ summary: 'x' }))],
    [
      'scheduling it earlier',
      put('?status=draft', async () => ({ publishAt: await inMs(newsroom(), MINUTE_MS) })),
    ],
    [
      'ending it before it begins',
      put('?status=draft', async () => ({ unpublishAt: await inMs(newsroom(), MINUTE_MS) })),
    ],
    [
      'deleting its language',
      async (token) =>
        newsroom().http().delete(`/api/articles/${documentId}?locale=en`).set('authorization', token),
    ],
    [
      'GraphQL',
      async (token) => {
        const query = `mutation { updateArticle(documentId: "${documentId}", data: { summary: "x" }) { documentId } }`;
        return newsroom().http().post('/graphql').set('authorization', token).send({ query });
      },
    ],
  ])('%s', async (name, write) => {
    const status = name === 'GraphQL' ? 200 : 400;
    const open = await write(reader);
    expect([open.status, open.text]).toEqual([status, expect.stringContaining(until)]);
    const closed = await write(writer);
    expect([closed.status, closed.text]).toEqual([status, expect.stringContaining('may not read')]);
    expect(closed.text).not.toContain(until);
  });

  it('the instant that the caller has sent is named all the same', async () => {
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const answer = await put('?status=draft', () => Promise.resolve({ publishAt }))(writer);
    expect(answer.text).toContain(`publishAt is \\"${publishAt.toISOString()}\\"`);
  });

  it('what is frozen is refused without its schedule', async () => {
    const { strapi } = newsroom();
    strapi.config.set('newsroom.schedule.freezes', true);
    try {
      const change = put('?status=draft', () => Promise.resolve({ summary: 'Changed.' }));
      expect((await change(reader)).text).toContain(until);
      const answer = await change(writer);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('cannot be changed now')]);
      expect(answer.text).not.toContain(until);
    } finally {
      strapi.config.set('newsroom.schedule.freezes', false);
    }
  });
};

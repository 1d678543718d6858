import { createAdminUser, mayWith } from '../support/admin-user';
import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * Where `sort` was text, the content manager sorted by fields that the role may not read: a list of headlines by `embargoUntil`,
 * once upwards and once downwards, told which articles were under embargo, and which of them longest.
 */
export const regression: Suite = (newsroom) => {
  const MINUTES = [30, 90, 60, 120, 45];
  const BY_ID = MINUTES.map((minutes) => `Held ${minutes}`).join();
  const ids: string[] = [];
  let everything = '';
  let headlines = '';
  beforeAll(async () => {
    const { strapi } = newsroom();
    await strapi.db.query(ARTICLE).deleteMany({ where: {} });
    for (const minutes of MINUTES) {
      const until = await inMs(newsroom(), minutes * MINUTE_MS);
      const times = { embargoUntil: until, publishAt: until };
      ids.push(
        await draftArticle(newsroom(), { title: `Held ${minutes}`, byline: `B ${900 - minutes}`, ...times }),
      );
    }
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    everything = (await createAdminUser(strapi, 'sorts-all', [read!])).token;
    const fields = { ...read!.properties, fields: ['title'] };
    headlines = (await createAdminUser(strapi, 'sorts-headlines', [{ ...read!, properties: fields }])).token;
  });
  afterAll(async () => {
    for (const documentId of ids) await newsroom().strapi.documents(ARTICLE).delete({ documentId });
  });
  const sorted = async (sort: string, token: string): Promise<string> => {
    const { body } = await newsroom()
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}?${sort}`)
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    return (body.results as { title: string }[]).map(({ title }) => title).join();
  };

  it.each([
    ...['embargoUntil:ASC', 'embargoUntil:DESC', 'publishAt:DESC', 'byline:ASC'].map(
      (sort) => `sort=${sort}`,
    ),
    'sort[0]=embargoUntil:ASC',
    'sort[0]=embargoUntil',
    'sort=embargoUntil:ASC,byline:DESC',
    'sort=embargoUntil',
    'sort[embargoUntil]=desc',
    'sort[0][embargoUntil]=asc',
  ])('%s', async (sort) => {
    // It is an order that can be seen.
    expect(await sorted(sort, everything)).not.toBe(BY_ID);
    expect(await sorted(sort, headlines)).toBe(BY_ID);
  });

  it.each(['sort=title:DESC', 'sort[title]=desc', 'sort=embargoUntil:ASC,title:DESC'])(
    '%s sorts by what the role may read',
    async (sort) => {
      const expected = MINUTES.map((minutes) => `Held ${minutes}`)
        .sort()
        .reverse()
        .join();
      expect(await sorted(sort, headlines)).toBe(expected);
    },
  );

  it('system fields sort for everybody', async () => {
    expect(await sorted('sort=id:DESC', headlines)).toBe(BY_ID.split(',').reverse().join());
  });
};

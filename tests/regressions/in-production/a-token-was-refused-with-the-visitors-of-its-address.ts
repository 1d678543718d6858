import type { Suite } from '../../support/describe-newsroom';
import { getFrom, someone, statuses } from '../../support/readers';

/** Tokens were charged for answers that are no success, and refused once visitors of their address had asked too often. */
export const regression: Suite = (newsroom) => {
  it('a valid token is served where visitors of its address are exhausted, and counted for nothing', async () => {
    const { strapi } = newsroom();
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'known', type: 'read-only', description: '', lifespan: null });
    const website = someone();
    const ask = (path: string) =>
      getFrom(newsroom(), path, website).set('authorization', `Bearer ${accessKey}`);
    // Answers that are no success are not held against it either.
    const refused = await statuses(8, () => ask('/api/articles?filters[nosuch]=1'));
    expect(refused).toEqual(Array(8).fill(400));
    expect(await statuses(5, () => getFrom(newsroom(), '/api/articles', website))).toEqual(
      Array(5).fill(200),
    );
    await getFrom(newsroom(), '/api/articles', website).expect(429);
    await ask('/api/articles').expect(200);
    await newsroom()
      .http()
      .post('/graphql')
      .set('x-forwarded-for', website)
      .set('authorization', `Bearer ${accessKey}`)
      .send({ query: '{ articles { title } }' })
      .expect(200);
  });
};

import { authorizeToken } from '../support/api-token';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { PIXEL } from '../support/files';

/**
 * `POST /api/upload` takes `ref`, `refId` and `field`: a token with the right to upload, and none on articles, gave any
 * article a photo, a published one without a publication.
 */
export const regression: Suite = (newsroom) => {
  it('of somebody who may write no article', async () => {
    const { strapi, http } = newsroom();
    const token = await authorizeToken(strapi, 'custom', ['plugin::upload.content-api.upload']);
    const { documentId } = await strapi
      .documents(ARTICLE)
      .create({ data: { title: title(), body: body('Quiet day.') }, status: 'published' });
    const versions: { id: number }[] = await strapi.db.query(ARTICLE).findMany({ where: { documentId } });
    expect(versions).toHaveLength(2);
    for (const { id } of versions) {
      const answer = await http()
        .post('/api/upload')
        .set('authorization', token)
        .field('ref', ARTICLE)
        .field('refId', String(id))
        .field('field', 'cover')
        .attach('files', PIXEL, { filename: 'forged.png', contentType: 'image/png' });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/^ref is "api::article.article": an upload attaches nothing/);
    }
    const after: { cover: unknown }[] = await strapi.db
      .query(ARTICLE)
      .findMany({ where: { documentId }, populate: ['cover'] });
    expect(after.map(({ cover }) => cover)).toEqual([null, null]);
    expect(await strapi.db.query('plugin::upload.file').count({ where: { name: 'forged.png' } })).toBe(0);
  });

  it('is still an upload without them', async () => {
    const { strapi, http } = newsroom();
    const token = await authorizeToken(strapi, 'custom', ['plugin::upload.content-api.upload']);
    await http()
      .post('/api/upload')
      .set('authorization', token)
      .attach('files', PIXEL, { filename: 'plain.png', contentType: 'image/png' })
      .expect(201);
  });
};

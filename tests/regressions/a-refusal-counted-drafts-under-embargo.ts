import { authorizeToken } from '../support/api-token';
import { createAdminUser } from '../support/admin-user';
import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import type { Suite } from '../support/describe-newsroom';

/** A token that may only delete disclaimers was told how many drafts use one. */
export const regression: Suite = (newsroom) => {
  it('is told neither whether nor how many drafts use it', async () => {
    const { http, strapi } = newsroom();
    const { documentId } = await strapi
      .documents('api::disclaimer.disclaimer')
      .create({ data: { name: 'R18', key: 'r18', text: 'x', appliesTo: 'chosen' } as never });
    const article = await draftArticle(newsroom(), {
      disclaimers: [documentId],
      embargoUntil: await inMs(newsroom(), 60 * MINUTE_MS),
    });
    const destroy = async (authorization: string, path = '/api/disclaimers') =>
      http().delete(`${path}/${documentId}`).set('authorization', authorization);
    const collection = '/content-manager/collection-types/api::disclaimer.disclaimer';
    const deletes = ['api::disclaimer.disclaimer.delete'];
    const { token } = await createAdminUser(strapi, 'keeps-disclaimers-alone', [
      {
        action: 'plugin::content-manager.explorer.delete',
        subject: 'api::disclaimer.disclaimer',
        properties: { locales: ['en'] },
      },
    ]);
    for (const answer of [
      await destroy(await authorizeToken(strapi, 'custom', deletes)),
      await destroy(`Bearer ${token}`, collection),
    ]) {
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('cannot be deleted')]);
      expect(answer.text).not.toMatch(/1 article|"articles":|"count"/);
    }
    const reader = await authorizeToken(strapi, 'custom', [...deletes, 'api::article.article.findDraft']);
    for (const answer of [
      await destroy(reader),
      await destroy(`Bearer ${newsroom().adminToken}`, collection),
    ]) {
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('in use by 1 article')]);
    }
    // Other suites count the drafts that a reporter may read.
    await strapi.documents('api::article.article').delete({ documentId: article });
    await strapi.documents('api::disclaimer.disclaimer').delete({ documentId });
  });
};

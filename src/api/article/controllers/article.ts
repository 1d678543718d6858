import { factories } from '@strapi/strapi';
import { retractOverApi } from '../../../newsroom/retraction/retract-over-api';

export default factories.createCoreController('api::article.article', () => ({
  /**
   * `GET /api/articles/:id/draft`: an article as it is being written. A caller with this permission may also read drafts elsewhere
   * with `status=draft`.
   */
  async findDraft(ctx) {
    ctx.query = { ...ctx.query, status: 'draft' };
    return await super.findOne(ctx);
  },

  /** `POST /api/articles/:id/retract?locale=es`, which has its own permission. */
  async retract(ctx) {
    await retractOverApi(strapi, ctx);
    return await super.findOne(ctx);
  },
}));

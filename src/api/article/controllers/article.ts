import { factories } from '@strapi/strapi';
import { retractOverApi } from '../../../newsroom/retraction/retract-over-api';

export default factories.createCoreController('api::article.article', () => ({
  /**
   * `GET /api/articles/:id/draft`: an article as it is being written. The right to it is the right to drafts: whoever
   * has it may also ask for `status=draft` elsewhere.
   */
  async findDraft(ctx) {
    ctx.query = { ...ctx.query, status: 'draft' };
    return await super.findOne(ctx);
  },

  /** `POST /api/articles/:id/retract?locale=es`, with a permission of its own. */
  async retract(ctx) {
    await retractOverApi(strapi, ctx);
    return await super.findOne(ctx);
  },
}));

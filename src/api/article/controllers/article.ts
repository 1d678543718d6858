import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::article.article', () => ({
  /**
   * `GET /api/articles/:id/draft`: an article as it is being written. The right to it is the right to drafts: whoever
   * has it may also ask for `status=draft` elsewhere.
   */
  async findDraft(ctx) {
    ctx.query = { ...ctx.query, status: 'draft' };
    return await super.findOne(ctx);
  },
}));

/** Beside the routes that Strapi makes. */
export default {
  routes: [
    { method: 'GET', path: '/articles/:id/draft', handler: 'api::article.article.findDraft', config: {} },
  ],
};

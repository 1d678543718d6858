import { factories } from '@strapi/strapi';

/** Read-only: wordings are recorded by publications, and by nothing else. */
export default factories.createCoreRouter('api::disclaimer-wording.disclaimer-wording', {
  only: ['find', 'findOne'],
});

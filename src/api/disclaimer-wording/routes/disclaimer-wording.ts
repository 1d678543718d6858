import { factories } from '@strapi/strapi';

/** Read-only, because only publications record wordings. */
export default factories.createCoreRouter('api::disclaimer-wording.disclaimer-wording', {
  only: ['find', 'findOne'],
});

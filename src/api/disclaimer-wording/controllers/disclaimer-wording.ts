import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::disclaimer-wording.disclaimer-wording');

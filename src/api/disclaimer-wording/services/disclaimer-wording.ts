import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::disclaimer-wording.disclaimer-wording');

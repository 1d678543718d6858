import { factories } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import capture from './capture';
import quotes from './quotes';

export default {
  capture,
  quotes,
  'quote-snapshot': factories.createCoreService(SNAPSHOT_UID),
};

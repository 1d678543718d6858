import { factories } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import capture from './capture';
import quotes from './quotes';
import status from './status';

export default {
  capture,
  quotes,
  status,
  'quote-snapshot': factories.createCoreService(SNAPSHOT_UID),
};

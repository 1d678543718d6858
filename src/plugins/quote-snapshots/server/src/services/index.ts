import { factories } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import capture from './capture';
import editing from './editing';
import quotes from './quotes';

export default {
  capture,
  editing,
  quotes,
  'quote-snapshot': factories.createCoreService(SNAPSHOT_UID),
};

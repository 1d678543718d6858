import { factories } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import capture from './capture';
import detection from './detection';
import latest from '../content-api/latest-service';
import quotes from './quotes';
import status from './status';

export default {
  capture,
  detection,
  latest,
  quotes,
  status,
  'quote-snapshot': factories.createCoreService(SNAPSHOT_UID),
};

import { factories } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../plugin-names';
import capture from './capture';
import clock from './clock';
import detection from './detection';
import instruments from './instruments';
import latest from '../content-api/latest-service';
import listings from './listings';
import reasons from './reasons';
import status from './status';

/** The plugin's services. Their types are in `../api.ts`. */
export default {
  capture,
  clock,
  detection,
  instruments,
  latest,
  listings,
  reasons,
  status,
  'quote-snapshot': factories.createCoreService(SNAPSHOT_UID),
};

import type { Core } from '@strapi/strapi';
import type { ClockService } from '../api';
import { databaseNow, shiftDatabaseClock } from '../store/database-clock';

export default ({ strapi }: { strapi: Core.Strapi }): ClockService => ({
  now: () => databaseNow(strapi),
  shift: (milliseconds) => shiftDatabaseClock(strapi, milliseconds),
});

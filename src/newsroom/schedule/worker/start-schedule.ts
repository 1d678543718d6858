import type { Core } from '@strapi/strapi';
import { reportSkew } from '../../clock/report-skew';
import { allowHeldBackEvent } from '../notices/held-back-event';
import { runScheduleTurn } from './run-turn';

/** Has every node take a turn each second, and compare its clock with the database's each hour. */
export const startSchedule = (strapi: Core.Strapi): void => {
  allowHeldBackEvent(strapi);
  strapi.cron.add({
    'newsroom: publish what is due': {
      task: () => runScheduleTurn(strapi),
      options: { rule: '* * * * * *' },
    },
    'newsroom: compare clocks': {
      task: () => reportSkew(strapi),
      options: { rule: '0 0 * * * *' },
    },
  });
};

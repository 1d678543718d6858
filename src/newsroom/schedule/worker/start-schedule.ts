import type { Core } from '@strapi/strapi';
import { allowHeldBackEvent } from '../notices/held-back-event';
import { runScheduleTurn } from './run-turn';

/** Has every node take a turn each second. */
export const startSchedule = (strapi: Core.Strapi): void => {
  allowHeldBackEvent(strapi);
  strapi.cron.add({
    'newsroom: publish what is due': {
      task: () => runScheduleTurn(strapi),
      options: { rule: '* * * * * *' },
    },
  });
};

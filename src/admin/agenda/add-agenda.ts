import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar, Clock } from '@strapi/icons';
import { descriptor } from '../text/use-text';

/** The permission to read articles in the content manager. The server leaves out articles that the user may not read. */
const READS_ARTICLES = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::article.article' }];

/** Adds the schedule's page to the menu, and its widget to the home page. Must be called in `register`. */
export const addAgenda = (app: Pick<StrapiApp, 'addMenuLink' | 'widgets'>): void => {
  app.addMenuLink({
    to: 'schedule',
    icon: Calendar,
    intlLabel: descriptor('agenda'),
    permissions: READS_ARTICLES,
    position: 2,
    Component: async () => ({ default: (await import('./AgendaPage')).AgendaPage }),
  });
  app.widgets.register({
    id: 'desk',
    icon: Clock,
    title: descriptor('desk'),
    component: async () => (await import('./DeskWidget')).DeskWidget,
    permissions: READS_ARTICLES,
  });
};

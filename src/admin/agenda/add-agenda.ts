import type { StrapiApp } from '@strapi/strapi/admin';
import { Calendar, Clock } from '@strapi/icons';
import { descriptor } from '../text/use-text';

/** Who may read articles in the content manager; the server leaves out what they may not read. */
const READS_ARTICLES = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::article.article' }];

/** Adds the page of what is to come to the menu, and the desk's widget to the home page. To be called in `register`. */
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

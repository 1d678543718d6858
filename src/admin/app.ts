import type { StrapiApp } from '@strapi/strapi/admin';
import { File } from '@strapi/icons';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { addAgenda } from './agenda/add-agenda';
import { addTimesColumn } from './agenda/add-times-column';
import { CorrectionsPanel } from './corrections/CorrectionsPanel';
import { ChecksPanel } from './publication-checks/ChecksPanel';
import { readPermission } from './records/records';
import { descriptor, prefixed } from './text/use-text';
import { TimesPanel } from './times/TimesPanel';
import de from './translations/de.json';
import en from './translations/en.json';
import es from './translations/es.json';
import fr from './translations/fr.json';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** The admin UI in the languages of the articles, without tutorials and notices of Strapi's releases. */
export default {
  config: {
    locales: ['es', 'fr', 'de'],
    translations: { en: prefixed(en), es: prefixed(es), fr: prefixed(fr), de: prefixed(de) },
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp): void {
    addAgenda(app);
    app.addMenuLink({
      to: 'newsroom/records',
      icon: File,
      intlLabel: descriptor('records'),
      permissions: [readPermission('wordings'), readPermission('acts')],
      position: 4,
      Component: () => import('./records/RecordsPage').then(({ RecordsPage }) => ({ default: RecordsPage })),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
    // Below the quotes, whose plugin puts its panel right under the Publish button.
    contentManager.addEditViewSidePanel([TimesPanel, CorrectionsPanel, ChecksPanel]);
    addTimesColumn(app);
  },
};

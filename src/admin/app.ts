import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Calendar, File } from '@strapi/icons';
import { addAgenda } from './agenda/add-agenda';
import { addTimesColumn } from './agenda/add-times-column';
import logo from './brand/quotemark.svg';
import { STRAPI_TEXTS } from './brand/strapi-texts';
import { theme } from './brand/theme';
import { translateHints, type EditView } from './brand/translate-hints';
import { withCheckedPublish } from './bulk-publish/check-selection';
import { CorrectionsPanel } from './corrections/CorrectionsPanel';
import { arrangeWidgets } from './home/arrange-widgets';
import { switchOffTour } from './home/switch-off-tour';
import { articleColumns, type ListTable } from './lists/article-columns';
import { changedCell } from './lists/changed-cell';
import { headlineCell } from './lists/headline-cell';
import { kindCell } from './lists/kind-cell';
import { withPaste } from './paste/paste-into-blocks';
import { ChecksPanel } from './publication-checks/ChecksPanel';
import { readPermission } from './records/records';
import { wordAnswers } from './refusals/word-answers';
import { descriptor, prefixed } from './text/use-text';
import { TickerCompletionPanel } from './ticker-completion/TickerCompletionPanel';
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
    translations: {
      en: { ...STRAPI_TEXTS.en, ...prefixed(en) },
      es: { ...STRAPI_TEXTS.es, ...prefixed(es) },
      fr: { ...STRAPI_TEXTS.fr, ...prefixed(fr) },
      de: { ...STRAPI_TEXTS.de, ...prefixed(de) },
    },
    auth: { logo },
    menu: { logo },
    theme,
    tutorials: false,
    notifications: { releases: false },
  },

  /** Strapi calls this after the plugins' `register`, so all of their widgets are registered. */
  register(app: StrapiApp): void {
    switchOffTour(window.localStorage);
    wordAnswers(window);
    addAgenda(app);
    app.addMenuLink({
      to: 'newsroom/records',
      icon: File,
      intlLabel: descriptor('records'),
      permissions: [readPermission('wordings'), readPermission('acts')],
      position: 4,
      Component: () => import('./records/RecordsPage').then(({ RecordsPage }) => ({ default: RecordsPage })),
    });
    app.widgets.register({
      id: 'published-today',
      pluginId: 'newsroom',
      icon: Calendar,
      title: descriptor('today'),
      component: async () => (await import('./home/PublishedTodayWidget')).PublishedTodayWidget,
      permissions: [{ action: 'plugin::content-manager.explorer.read', subject: 'api::article.article' }],
    });
    app.widgets.register(arrangeWidgets);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    addTimesColumn(app);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', (view: EditView) =>
      // Strapi sets `lang` of the page to the language of the admin UI.
      translateHints(view, document.documentElement.lang),
    );
    // Strapi documents this hook. The app's bootstrap runs after the plugins', so their columns are already there.
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', (table: ListTable) =>
      articleColumns(table, { headline: headlineCell, kind: kindCell, changed: changedCell }),
    );
    const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
    // These panels come below the quotes: the plugin puts its own panel right under the Publish button.
    contentManager.addEditViewSidePanel([TimesPanel, CorrectionsPanel, ChecksPanel, TickerCompletionPanel]);
    contentManager.addBulkAction(withCheckedPublish);
    contentManager.addRichTextBlocks((store) => withPaste(store));
  },
};

import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { TrendUp } from '@strapi/icons';
import { optInCheckbox } from './content-type-builder/opt-in-checkbox';
import { addColumn } from './list-view/add-column';
import { OutageNotice } from './panel/OutageNotice';
import { outlookApi } from './outlook/outlook';
import { QuotesPanel } from './panel/QuotesPanel';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { addSidePanel, changeListColumns } from './strapi/content-manager';
import { extendContentTypeForm } from './strapi/content-type-builder';
import { descriptor } from './text/use-text';

/** Adds the plugin's prefix to the keys of a translation, which Strapi expects. */
const prefixed = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]));

export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID, apis: { outlook: outlookApi, OutageNotice } });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: TrendUp,
      intlLabel: descriptor('record'),
      permissions: [PERMISSIONS.readSnapshots],
      position: 3,
      Component: () => import('./record-page/RecordPage').then(({ RecordPage }) => ({ default: RecordPage })),
    });
    app.addSettingsLink('global', {
      id: PLUGIN_ID,
      to: PLUGIN_ID,
      intlLabel: descriptor('settings'),
      permissions: [PERMISSIONS.readSettings],
      Component: async () => ({ default: (await import('./settings/SettingsPage')).SettingsPage }),
    });
    app.widgets.register({
      id: 'attention',
      pluginId: PLUGIN_ID,
      icon: TrendUp,
      title: descriptor('attention'),
      component: async () => (await import('./home/AttentionWidget')).AttentionWidget,
      permissions: [PERMISSIONS.readSnapshots],
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    addSidePanel(app, QuotesPanel);
    changeListColumns(app, addColumn);
    extendContentTypeForm(app, optInCheckbox);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const { default: texts } = (await import(`./translations/${locale}.json`)) as {
            default: Record<string, string>;
          };
          return { data: prefixed(texts), locale };
        } catch {
          // If the plugin has no translation into this language, Strapi falls back to English.
          return { data: {}, locale };
        }
      }),
    );
  },
};

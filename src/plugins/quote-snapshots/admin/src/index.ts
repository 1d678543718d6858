import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { TrendUp } from '@strapi/icons';
import { optInCheckbox } from './content-type-builder/opt-in-checkbox';
import { addColumn } from './list-view/add-column';
import { QuotesPanel } from './panel/QuotesPanel';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { descriptor } from './text/use-text';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];
interface FormsApi {
  extendContentType(extension: typeof optInCheckbox): void;
}

/** A translation's keys as Strapi wants them: under the plugin's name. */
const prefixed = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]));

export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
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
    const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
    contentManager.addEditViewSidePanel([QuotesPanel]);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addColumn);
    // An app may do without the builder, in production above all.
    const builder = app.getPlugin('content-type-builder') as ReturnType<typeof app.getPlugin> | undefined;
    (builder?.apis.forms as FormsApi | undefined)?.extendContentType(optInCheckbox);
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
          // A language that the plugin does not speak is shown in English.
          return { data: {}, locale };
        }
      }),
    );
  },
};

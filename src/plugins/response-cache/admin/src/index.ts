import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { descriptor } from './text/use-text';

/** A translation's keys as Strapi wants them: under the plugin's name. */
const prefixed = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]));

export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addSettingsLink('global', {
      id: PLUGIN_ID,
      to: PLUGIN_ID,
      intlLabel: descriptor('title'),
      permissions: [PERMISSIONS.read],
      Component: async () => ({ default: (await import('./settings/SettingsPage')).SettingsPage }),
    });
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

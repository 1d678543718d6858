import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';

type Apis = ContentManagerPlugin['config']['apis'];

/** A list view of the content manager, as its hook hands it over. */
export interface ListTable {
  displayedHeaders: unknown[];
  /** The hook's types lack it: a content type's `pluginOptions` are among the options of its list's layout. */
  layout: { options?: object };
}

/**
 * Adds a panel beside the edit view, right below the buttons that publish (`addEditViewSidePanel`, documented).
 *
 * Where it is missing, the admin runs without the panel, and the browser's console says so: publishing captures all the same.
 */
export const addSidePanel = (app: Pick<StrapiApp, 'getPlugin'>, panel: PanelComponent): void => {
  const apis = app.getPlugin('content-manager')?.apis as Partial<Apis> | undefined;
  if (apis?.addEditViewSidePanel)
    apis.addEditViewSidePanel((panels) => {
      const buttons = panels.findIndex(({ type }) => type === 'actions') + 1;
      return [...panels.slice(0, buttons), panel, ...panels.slice(buttons)];
    });
  else console.error('quote-snapshots: this Strapi takes no side panels. The Quotes panel is not shown.');
};

/**
 * Changes the columns of list views, by a hook whose name is all that is public of it. If the hook changes, lists have no column
 * of quotes; the browser test of the list fails.
 */
export const changeListColumns = (
  app: Pick<StrapiApp, 'registerHook'>,
  change: (table: ListTable) => ListTable,
): void => app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', change);

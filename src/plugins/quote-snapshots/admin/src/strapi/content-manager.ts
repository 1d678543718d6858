import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';

type Apis = ContentManagerPlugin['config']['apis'];

/** A list view of the content manager, as its hook passes it. */
export interface ListTable {
  displayedHeaders: unknown[];
  /** Missing in the hook's types: the options of a list's layout include the content type's `pluginOptions`. */
  layout: { options?: object };
}

/**
 * Adds a panel beside the edit view, right below the publishing buttons (`addEditViewSidePanel`, documented).
 *
 * If it is missing, the admin UI runs without the panel and logs this in the browser's console. Publishing still captures.
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
 * Changes the columns of list views. Only the name of the hook is public. If the hook changes, lists have no column of quotes, and
 * the browser test of the list fails.
 */
export const changeListColumns = (
  app: Pick<StrapiApp, 'registerHook'>,
  change: (table: ListTable) => ListTable,
): void => app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', change);

import type { StrapiApp } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { descriptor } from '../text/use-text';
import { TimesCell, type TimedRow } from './TimesCell';

const ARTICLE = 'api::article.article';

/** A list view of the content manager, as its hook passes it. */
interface ListTable {
  displayedHeaders: unknown[];
  layout: unknown;
}

/** A column of the list view. Strapi's published type lacks the descriptor and the third argument. */
interface Column {
  attribute: { type: string };
  label: { id: string; defaultMessage: string };
  searchable: boolean;
  sortable: boolean;
  name: string;
  cellFormatter(row: TimedRow, header: unknown, place: { model: string }): ReactNode;
}

const column: Column = {
  attribute: { type: 'string' },
  label: descriptor('column'),
  searchable: false,
  sortable: false,
  name: 'newsroomTimes',
  cellFormatter: (row) => <TimesCell {...row} />,
};

/** Whether the list view shows articles. The hook does not say so, but the address does. */
const isOfArticles = (): boolean => window.location.pathname.includes(`/collection-types/${ARTICLE}`);

/**
 * Adds the column of times to the list of articles. Only the name of the hook is public. If the hook changes, the list has no such
 * column, and the browser test of the list fails.
 */
export const addTimesColumn = (app: Pick<StrapiApp, 'registerHook'>): void =>
  app.registerHook(
    'Admin/CM/pages/ListView/inject-column-in-table',
    ({ displayedHeaders, layout }: ListTable): ListTable => ({
      // The column comes right after the headline, because the last columns are cut off on most screens.
      displayedHeaders: isOfArticles()
        ? [...displayedHeaders.slice(0, 1), column, ...displayedHeaders.slice(1)]
        : displayedHeaders,
      layout,
    }),
  );

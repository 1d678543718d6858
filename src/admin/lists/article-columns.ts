import type { ReactNode } from 'react';

export interface Column {
  name: string;
  cellFormatter?: (row: { updatedAt?: string; title?: string | null; kind?: string | null }) => ReactNode;
}

/** A list view of the content manager, as its hook passes it. */
export interface ListTable {
  displayedHeaders: Column[];
  layout: { metadatas?: object };
}

/** The column that i18n adds. It is removed, because the list shows one language, which the menu above it names. */
const LANGUAGES = 'locales';

/** Articles are the only type with this field. */
const isListOfArticles = ({ metadatas = {} }: ListTable['layout']): boolean => 'embargoUntil' in metadatas;

/**
 * Makes the list of articles fit a screen of 1400 pixels: headline, times, kind, quotes, date. Strapi adds the status at the end.
 * The date of the last change is short and comes after the columns that plugins add.
 */
export const articleColumns = (
  { displayedHeaders, layout }: ListTable,
  cells: Record<'headline' | 'kind' | 'changed', Column['cellFormatter']>,
): ListTable => {
  if (!isListOfArticles(layout)) return { displayedHeaders, layout };
  const isDate = ({ name }: Column): boolean => name === 'updatedAt';
  return {
    displayedHeaders: [
      ...displayedHeaders
        .filter((column) => !isDate(column) && column.name !== LANGUAGES)
        .map((column) => {
          if (column.name === 'title') return { ...column, cellFormatter: cells.headline };
          return column.name === 'kind' ? { ...column, cellFormatter: cells.kind } : column;
        }),
      ...displayedHeaders.filter(isDate).map((column) => ({ ...column, cellFormatter: cells.changed })),
    ],
    layout,
  };
};

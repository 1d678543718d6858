import type { ReactNode } from 'react';

export interface Column {
  name: string;
  cellFormatter?: (row: { updatedAt?: string; title?: string | null; kind?: string | null }) => ReactNode;
}

/** A list view of the content manager, as its hook hands it over. */
export interface ListTable {
  displayedHeaders: Column[];
  layout: { metadatas?: object };
}

/** The column of i18n: the list is of one language, which the menu above it names. */
const LANGUAGES = 'locales';

/** Of all types, only articles have it. */
const isListOfArticles = ({ metadatas = {} }: ListTable['layout']): boolean => 'embargoUntil' in metadatas;

/**
 * The list of articles fits a screen of 1400 pixels: headline, times, kind, quotes, date; Strapi adds the status at the end. When
 * an article was changed is said in short, and stands behind what plugins add.
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

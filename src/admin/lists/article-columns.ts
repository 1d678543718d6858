import type { ReactNode } from 'react';

export interface Column {
  name: string;
  cellFormatter?: (row: { updatedAt?: string }) => ReactNode;
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
 * The list of articles fits a screen of 1400 pixels: headline, kind, quotes, date; Strapi adds the status at the end. When an
 * article was changed is said in short, and stands behind what plugins add.
 *
 * @param dateCell draws the cell of that date
 */
export const articleColumns = (
  { displayedHeaders, layout }: ListTable,
  dateCell: Column['cellFormatter'],
): ListTable => {
  if (!isListOfArticles(layout)) return { displayedHeaders, layout };
  const isDate = ({ name }: Column): boolean => name === 'updatedAt';
  return {
    displayedHeaders: [
      ...displayedHeaders.filter((column) => !isDate(column) && column.name !== LANGUAGES),
      ...displayedHeaders.filter(isDate).map((column) => ({ ...column, cellFormatter: dateCell })),
    ],
    layout,
  };
};

import type { ReactNode } from 'react';
import { isOptedIn } from '../content-type-builder/opted-in';
import type { ListTable } from '../strapi/content-manager';
import { descriptor } from '../text/use-text';
import { StatesCell } from './StatesCell';

/** A column of the list view. Strapi's published type lacks the descriptor and the third argument. */
interface Column {
  attribute: { type: string };
  label: { id: string; defaultMessage: string };
  searchable: boolean;
  sortable: boolean;
  name: string;
  cellFormatter(
    row: { documentId: string; locale?: string | null },
    header: unknown,
    place: { model: string },
  ): ReactNode;
}

const column: Column = {
  attribute: { type: 'string' },
  label: descriptor('column'),
  searchable: false,
  sortable: false,
  name: 'quoteSnapshotStates',
  cellFormatter: ({ documentId, locale }, _header, { model }) => (
    <StatesCell model={model} documentId={documentId} locale={locale ?? undefined} />
  ),
};

/** Adds the column of snapshot states to the lists of content types that opted in. */
export const addColumn = ({ displayedHeaders, layout }: ListTable): ListTable => ({
  displayedHeaders: isOptedIn({ pluginOptions: layout.options })
    ? [...displayedHeaders, column]
    : displayedHeaders,
  layout,
});

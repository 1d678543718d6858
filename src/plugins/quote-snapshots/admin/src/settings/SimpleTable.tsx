import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface SimpleTableProps {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A table of the settings page. A cell is a text or an element. */
export const SimpleTable = ({ columns, rows }: SimpleTableProps) => (
  <Table colCount={columns.length} rowCount={rows.length + 1}>
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column}>
            <Typography variant="sigma" textColor="neutral600">
              {column}
            </Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ key, cells }) => (
        <Tr key={key}>
          {columns.map((column, index) => (
            <Td key={column}>
              {typeof cells[index] === 'string' ? (
                <Typography textColor="neutral800">{cells[index]}</Typography>
              ) : (
                cells[index]
              )}
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);

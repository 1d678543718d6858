import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

interface FactTableProps {
  /** The headings of its two columns. */
  columns: readonly [string, string];
  rows: readonly (readonly [name: string, value: string])[];
}

/** The design system's tables do not wrap text. On a phone the values in the last column were out of sight. */
const WRAPPED = { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: '8px' } as const;

/** Facts, one a row. */
export const FactTable = ({ columns, rows }: FactTableProps) => (
  <Table colCount={2} rowCount={rows.length + 1}>
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
      {rows.map(([name, value]) => (
        <Tr key={name}>
          <Td style={WRAPPED}>
            <Typography textColor="neutral800">{name}</Typography>
          </Td>
          <Td style={{ whiteSpace: 'normal' }}>
            <Typography textColor="neutral800">{value}</Typography>
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
);

import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

interface FactTableProps {
  /** What its two columns are. */
  columns: readonly [string, string];
  rows: readonly (readonly [name: string, value: string])[];
}

/** The design system's tables wrap nothing: on a phone the values, which stand last, were out of sight. */
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

import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { Setting } from '../api/answers';
import { useText, type TextKey } from '../text/use-text';

const COLUMNS: readonly TextKey[] = ['settings.variable', 'settings.option', 'settings.value'];

/** The configuration in effect, each value with the variable that sets it. */
export const ConfigurationTable = ({ settings }: { settings: Setting[] }) => {
  const text = useText();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <Table colCount={COLUMNS.length} rowCount={settings.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(column)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {settings.map(({ option, variable, value }) => (
            <Tr key={option}>
              <Td>
                <Typography textColor="neutral800">{variable ?? '–'}</Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">{option}</Typography>
              </Td>
              <Td>
                <Typography textColor={value === null ? 'neutral600' : 'neutral800'}>
                  {value ?? text('settings.notSet')}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
};

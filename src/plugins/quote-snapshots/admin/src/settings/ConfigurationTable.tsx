import { Box, Typography } from '@strapi/design-system';
import type { Setting } from '../api/answers';
import { useText } from '../text/use-text';
import { SimpleTable } from './SimpleTable';

/** The configuration in effect, with the variable that sets each value. */
export const ConfigurationTable = ({ settings }: { settings: Setting[] }) => {
  const text = useText();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <SimpleTable
        columns={[text('settings.variable'), text('settings.option'), text('settings.value')]}
        rows={settings.map(({ option, variable, value }) => ({
          key: option,
          cells: [
            variable ?? '–',
            option,
            value ?? <Typography textColor="neutral600">{text('settings.notSet')}</Typography>,
          ],
        }))}
      />
    </Box>
  );
};

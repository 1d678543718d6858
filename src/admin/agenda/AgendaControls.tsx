import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useLanguageName } from '../publication-checks/use-language-name';
import { useText } from '../text/use-text';
import { cityOf, ownTimeZone } from '../times/zoned-time';
import { turn } from './agenda-days';
import { useNewsroomLocalesQuery } from './agenda-api';
import type { AgendaView } from './use-agenda-view';

/** The option for all locales. The value of an option cannot be empty. */
const ALL = 'all';

interface ControlsProps {
  view: AgendaView;
  /** The zone of the newsroom's market; undefined until the server has answered. */
  marketZone: string | undefined;
}

/** The controls for the shown days, the time zone and the locale. */
export const AgendaControls = ({ view, marketZone }: ControlsProps) => {
  const text = useText();
  const languageName = useLanguageName();
  const { data: locales = [] } = useNewsroomLocalesQuery();
  const { days, length, clocks, locale, change } = view;
  const select = (
    label: string,
    value: string,
    options: readonly (readonly [value: string, name: string])[],
    onChange: (value: string) => void,
  ) => (
    <Box minWidth="18rem">
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
          {options.map(([one, name]) => (
            <SingleSelectOption key={one} value={one}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end" paddingBottom={4}>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" size="L" onClick={() => change({ day: turn(days, -1) })}>
          {text('agenda.earlier')}
        </Button>
        <Button variant="tertiary" size="L" onClick={() => change({ day: undefined })}>
          {text('agenda.today')}
        </Button>
        <Button variant="tertiary" size="L" onClick={() => change({ day: turn(days, 1) })}>
          {text('agenda.later')}
        </Button>
      </Flex>
      {select(
        text('agenda.length'),
        length,
        [
          ['week', text('agenda.week')],
          ['month', text('agenda.month')],
        ],
        (chosen) => change({ length: chosen === 'month' ? 'month' : 'week' }),
      )}
      {select(
        text('agenda.clocks'),
        clocks,
        [
          ['own', text('times.zone.own', { city: cityOf(ownTimeZone()) })],
          ['market', text('times.zone.market', { city: marketZone ? cityOf(marketZone) : '…' })],
        ],
        (chosen) => change({ clocks: chosen === 'market' ? 'market' : 'own' }),
      )}
      {select(
        text('agenda.locale'),
        locale ?? ALL,
        [[ALL, text('agenda.allLocales')], ...locales.map(({ code }) => [code, languageName(code)] as const)],
        (chosen) => change({ locale: chosen === ALL ? undefined : chosen }),
      )}
    </Flex>
  );
};

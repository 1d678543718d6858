import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import styled from 'styled-components';
import { useText } from '../text/use-text';
import type { Market } from './article-times';
import { offsetName } from './format-instant';
import { useHowLongText, useInstantText } from './use-instant-text';
import type { TypedInstant } from './use-typed-instant';
import { cityOf, ownTimeZone } from './zoned-time';

/** The browser's calendar and its button take their colours from the colour scheme of the page. */
const LocalTime = styled(Field.Input)`
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === '#ffffff' ? 'light' : 'dark')};
`;

interface InstantFieldProps {
  typed: TypedInstant;
  market: Market;
  now: Date;
  error: string | undefined;
}

/** Fields for a date, a time and its zone, and the same instant in all zones that matter. */
export const InstantField = ({ typed, market, now, error }: InstantFieldProps) => {
  const text = useText();
  const { locale } = useIntl();
  const instantText = useInstantText();
  const howLong = useHowLongText();
  const own = ownTimeZone();
  const zones = new Map([
    [market.timeZone, text('times.zone.market', { city: cityOf(market.timeZone) })],
    ...(own === market.timeZone ? [] : [[own, text('times.zone.own', { city: cityOf(own) })] as const]),
    ...([market.timeZone, own].includes('UTC') ? [] : [['UTC', 'UTC'] as const]),
  ]);
  const { reading, instant } = typed;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root
        name="instant"
        required
        error={error ?? (reading.kind === 'skipped' ? text('times.skipped') : undefined)}
      >
        <Field.Label>{text('times.local')}</Field.Label>
        <LocalTime
          type="datetime-local"
          value={typed.local}
          onChange={(event) => typed.type(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="timeZone">
        <Field.Label>{text('times.zone')}</Field.Label>
        <SingleSelect value={typed.timeZone} onChange={(zone) => typed.changeZone(String(zone))}>
          {[...zones].map(([zone, name]) => (
            <SingleSelectOption key={zone} value={zone}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {reading.kind === 'twice' && (
        <Field.Root name="which" required hint={text('times.twice')}>
          <Field.Label>{text('times.which')}</Field.Label>
          <SingleSelect
            value={typed.chosen ?? ''}
            placeholder={text('times.which.none')}
            onChange={(which) => typed.choose(which === 'second' ? 'second' : 'first')}
          >
            {(['first', 'second'] as const).map((which) => (
              <SingleSelectOption key={which} value={which}>
                {text(`times.which.${which}`, { offset: offsetName(locale, reading[which], typed.timeZone) })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      )}
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite" minHeight="4rem">
        {instant && (
          <>
            <Typography fontWeight="bold">{instantText(instant, market, now)}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {`${howLong(instant, now)} · ${text('times.regularHours')}`}
            </Typography>
          </>
        )}
      </Flex>
    </Flex>
  );
};

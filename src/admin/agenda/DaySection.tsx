import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import { Fragment, useId } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import type { Market } from '../times/article-times';
import { formatClock, formatInstant } from '../times/format-instant';
import { marketPhase } from '../times/market-hours';
import { cityOf, dayOf, ownTimeZone } from '../times/zoned-time';
import type { Day } from './agenda-days';
import { MinuteSection } from './MinuteSection';

interface DaySectionProps {
  day: Day;
  /** The time zone that decides where the day begins. */
  clocks: 'own' | 'market';
  market: Market;
  now: Date;
}

/** The events of one day, minute by minute. */
export const DaySection = ({ day: { day, minutes }, clocks, market, now }: DaySectionProps) => {
  const text = useText();
  const { locale, formatDate } = useIntl();
  const id = useId();
  const own = ownTimeZone();
  const zone = clocks === 'market' ? market.timeZone : own;
  const other = clocks === 'market' ? own : market.timeZone;
  const count = minutes.reduce((sum, { entries }) => sum + entries.length, 0);

  /** The same instant in the other zone (with the day if it differs there), and its place in the market's trading day. */
  const elsewhere = (at: Date): string => {
    const isSameDay = dayOf(at, other) === dayOf(at, zone);
    const time = isSameDay ? formatClock(locale, at, other) : formatInstant(locale, at, other, now);
    const there = clocks === 'market' ? text('times.you', { time }) : `${time} ${cityOf(other)}`;
    const phase = marketPhase(at, market);
    return [...(own === market.timeZone ? [] : [there]), ...(phase ? [text(`phase.${phase}`)] : [])].join(
      '; ',
    );
  };
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <Typography tag="h2" id={id} variant="beta">
          {formatDate(`${day}T12:00:00Z`, {
            timeZone: 'UTC',
            weekday: 'long',
            day: 'numeric',
            month: 'long',
          })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {text('agenda.count', { count })}
        </Typography>
      </Flex>
      {minutes.map((minute, index) => {
        const at = new Date(minute.at);
        return (
          <Fragment key={minute.key}>
            {index > 0 && <Divider />}
            <MinuteSection
              minute={minute}
              clock={`${formatClock(locale, at, zone)} ${cityOf(zone)}`}
              otherClocks={elsewhere(at)}
            />
          </Fragment>
        );
      })}
    </Box>
  );
};

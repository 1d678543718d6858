import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import type { Market } from './article-times';
import { formatClock, formatInstant } from './format-instant';
import { howLong } from './how-long';
import { marketPhase } from './market-hours';
import { cityOf, dayOf, ownTimeZone } from './zoned-time';

/** `in 12 minutes`, `3 hours ago`, in the editor's language. */
export const useHowLongText = () => {
  const text = useText();
  const { formatRelativeTime } = useIntl();
  return useCallback(
    (instant: Date, now: Date): string => {
      const distance = howLong(instant, now);
      return distance ? formatRelativeTime(distance.value, distance.unit) : text('times.now');
    },
    [formatRelativeTime, text],
  );
};

/** `Fri, Nov 27, 16:05 New York · 22:05 you; after the close`: an instant in the market's zone and in the editor's own. */
export const useInstantText = () => {
  const text = useText();
  const { locale } = useIntl();
  return useCallback(
    (instant: Date, market: Market, now: Date): string => {
      const own = ownTimeZone();
      const there = `${formatInstant(locale, instant, market.timeZone, now)} ${cityOf(market.timeZone)}`;
      const isSameDay = dayOf(instant, own) === dayOf(instant, market.timeZone);
      const here = isSameDay ? formatClock(locale, instant, own) : formatInstant(locale, instant, own, now);
      const both = own === market.timeZone ? there : `${there} · ${text('times.you', { time: here })}`;
      const phase = marketPhase(instant, market);
      return phase ? `${both}; ${text(`phase.${phase}`)}` : both;
    },
    [locale, text],
  );
};

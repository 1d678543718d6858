import { useSearchParams } from 'react-router-dom';
import { dayOf, ownTimeZone } from '../times/zoned-time';
import { daysAround, isDay, type Days, type Length } from './agenda-days';

/** What the page shows. It is kept in the address, so that it is still there when the user comes back from an article. */
export interface AgendaView {
  length: Length;
  days: Days;
  /** The time zone that decides which day it is. */
  clocks: 'own' | 'market';
  /** Undefined for all locales. */
  locale: string | undefined;
  change(to: { length?: Length; day?: string; clocks?: 'own' | 'market'; locale?: string | undefined }): void;
}

/** Reads the view from the address. Missing or invalid parts default to this week, all locales and the editor's own zone. */
export const useAgendaView = (): AgendaView => {
  const [params, setParams] = useSearchParams();
  const length: Length = params.get('length') === 'month' ? 'month' : 'week';
  const asked = params.get('day') ?? '';
  const day = isDay(asked) ? asked : dayOf(new Date(), ownTimeZone());
  return {
    length,
    days: daysAround(day, length),
    clocks: params.get('clocks') === 'market' ? 'market' : 'own',
    locale: params.get('locale') ?? undefined,
    change: (to) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(to)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      }),
  };
};

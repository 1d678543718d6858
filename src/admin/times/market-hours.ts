import type { Market } from './article-times';
import { localTimeOf } from './zoned-time';

/** The part of a market's trading day, by its regular hours. Holidays and short days are not in the table. */
export type Phase = 'before-open' | 'open' | 'break' | 'after-close' | 'weekend';

/**
 * Regular trading hours in the market's zone, Monday to Friday, as the exchanges publish them. Markets that are not in the table,
 * such as those that trade on Sundays, have no phases.
 */
const HOURS: Readonly<Record<string, string>> = {
  '09:30-16:00': 'XNYS XNAS XASE ARCX BATS IEXG XTSE XTSX XCNQ NEOE',
  '08:00-16:30': 'XLON AIMX AQSE XMSM XESM XLIS',
  '09:00-17:30': 'XETR XPAR XAMS XBRU XMIL XSTO XBAR XBIL XVAL XMAD XWBO',
  '09:00-17:20': 'XSWX',
  '09:00-17:00': 'XCSE XWAR XJSE',
  '09:00-16:20': 'XOSL',
  '10:00-18:30': 'XHEL',
  '09:00-11:30 12:30-15:30': 'XTKS',
  '09:30-12:00 13:00-16:00': 'XHKG',
  '09:30-11:30 13:00-15:00': 'XSHG XSHE',
  '09:00-12:00 13:00-17:00': 'XSES',
  '10:00-16:00': 'XASX',
  '10:00-16:45': 'XNZE',
  '09:15-15:30': 'XNSE XBOM',
  '09:00-15:30': 'XKRX XKOS',
  '09:00-13:30': 'XTAI',
};

interface Session {
  /** As `09:30`, so that alphabetical order is the order of time. */
  open: string;
  close: string;
}

const sessionsOf = (hours: string): Session[] =>
  hours.split(' ').map((session) => {
    const [open = '', close = ''] = session.split('-');
    return { open, close };
  });

const sessionsOfMarket = new Map(
  Object.entries(HOURS).flatMap(([hours, mics]) =>
    mics.split(' ').map((mic) => [mic, sessionsOf(hours)] as const),
  ),
);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The phase of a market at an instant; undefined if its hours are not in the table. */
export const marketPhase = (instant: Date, { mic, timeZone }: Market): Phase | undefined => {
  const sessions = sessionsOfMarket.get(mic);
  if (!sessions) return undefined;
  const [day = '', time = ''] = localTimeOf(instant, timeZone).split('T');
  if (isWeekend(day)) return 'weekend';
  if (sessions.every(({ open }) => time < open)) return 'before-open';
  if (sessions.every(({ close }) => time >= close)) return 'after-close';
  return sessions.some(({ open, close }) => time >= open && time < close) ? 'open' : 'break';
};

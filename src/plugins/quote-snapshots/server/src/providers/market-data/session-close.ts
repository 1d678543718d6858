import { parseLocal } from './read-time';
import { marketOf } from './market-segments';

interface Hours {
  zone: string;
  /** The end of the regular session in the zone. */
  close: string;
}

const NEW_YORK: Hours = { zone: 'America/New_York', close: '16:00' };
const TORONTO: Hours = { zone: 'America/Toronto', close: '16:00' };
const SHANGHAI: Hours = { zone: 'Asia/Shanghai', close: '15:00' };

const HOURS: Readonly<Record<string, Hours>> = {
  XNAS: NEW_YORK,
  XNYS: NEW_YORK,
  XASE: NEW_YORK,
  ARCX: NEW_YORK,
  BATS: NEW_YORK,
  OTCQ: NEW_YORK,
  OTCB: NEW_YORK,
  PINX: NEW_YORK,
  OTCM: NEW_YORK,
  XTSE: TORONTO,
  XTSX: TORONTO,
  XLON: { zone: 'Europe/London', close: '16:30' },
  AIMX: { zone: 'Europe/London', close: '16:30' },
  XETR: { zone: 'Europe/Berlin', close: '17:30' },
  XBOM: { zone: 'Asia/Kolkata', close: '15:30' },
  XSHG: SHANGHAI,
  XSHE: SHANGHAI,
};

/**
 * The end of a market's regular session on a day (`2026-03-02`), for vendors that state only a day. On half days before holidays it
 * is some hours too late, but on the right day.
 *
 * @returns null if the market's hours are not known, or if the day is not valid
 */
export const sessionClose = (mic: string, day: unknown): Date | null => {
  const hours = HOURS[mic] ?? HOURS[marketOf(mic)];
  return hours && typeof day === 'string' ? parseLocal(`${day.trim()} ${hours.close}`, hours.zone) : null;
};

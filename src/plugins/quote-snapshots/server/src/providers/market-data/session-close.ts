import { parseLocal } from './read-time';
import { marketOf } from './market-segments';

interface Hours {
  zone: string;
  /** When the regular session ends, on the zone's clocks. */
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
 * When a market's regular session of a day (`2026-03-02`) ends, for vendors that state a day only. On half days before
 * holidays this is some hours too late, on the right day.
 *
 * @returns null where the market's hours are not known or the day is none
 */
export const sessionClose = (mic: string, day: unknown): Date | null => {
  const hours = HOURS[mic] ?? HOURS[marketOf(mic)];
  return hours && typeof day === 'string' ? parseLocal(`${day.trim()} ${hours.close}`, hours.zone) : null;
};

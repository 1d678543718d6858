import { useEffect, useState } from 'react';

/** How often texts that depend on the time are updated, in milliseconds. */
const TICK_MS = 10_000;

/**
 * The time by the server's clock, updated regularly. The editor's own clock may be wrong, and schedules go by the server's.
 *
 * @param serverNow the time in the server's last answer; undefined before the first one
 */
export const useNow = (serverNow: string | undefined): Date => {
  const [now, setNow] = useState(() => new Date(serverNow ?? Date.now()));
  useEffect(() => {
    const ahead = serverNow === undefined ? 0 : new Date(serverNow).getTime() - Date.now();
    const tell = () => setNow(new Date(Date.now() + ahead));
    tell();
    const timer = setInterval(tell, TICK_MS);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
};

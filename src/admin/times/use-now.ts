import { useEffect, useState } from 'react';

/** How often what depends on the time is drawn anew, in milliseconds. */
const TICK_MS = 10_000;

/**
 * The time by the server's clock, again and again: the editor's own may be wrong, and schedules are kept by the server's.
 *
 * @param serverNow what the server said last; undefined where it has said nothing yet
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

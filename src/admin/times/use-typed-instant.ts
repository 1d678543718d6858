import { useState } from 'react';
import type { Market } from './article-times';
import { localTimeOf, readLocal, whichOfTwo, type Reading } from './zoned-time';

/** An instant while an editor types it. */
export interface TypedInstant {
  /** The local time in {@link timeZone}: `2026-11-27T16:05`. */
  local: string;
  timeZone: string;
  reading: Reading;
  /** Which of two instants is meant, if the clocks show the time twice. */
  chosen: 'first' | 'second' | undefined;
  /** Undefined until it is clear which instant is meant. */
  instant: Date | undefined;
  type(local: string): void;
  choose(which: 'first' | 'second'): void;
  /** Changes the zone. The instant stays the same, if there is one. */
  changeZone(timeZone: string): void;
}

/** The local time that an editor types, at first in the market's zone, and the instant that it means. */
export const useTypedInstant = (stored: string | null, market: Market): TypedInstant => {
  const [timeZone, setTimeZone] = useState(market.timeZone);
  const [local, setLocal] = useState(stored === null ? '' : localTimeOf(new Date(stored), market.timeZone));
  const [chosen, setChosen] = useState(
    stored === null ? undefined : whichOfTwo(new Date(stored), market.timeZone),
  );
  const reading = readLocal(local, timeZone);
  const instant =
    reading.kind === 'instant'
      ? reading.instant
      : reading.kind === 'twice' && chosen
        ? reading[chosen]
        : undefined;
  return {
    local,
    timeZone,
    reading,
    chosen,
    instant,
    type: (typed) => {
      setLocal(typed);
      setChosen(undefined);
    },
    choose: setChosen,
    changeZone: (zone) => {
      setTimeZone(zone);
      if (!instant) return;
      setLocal(localTimeOf(instant, zone));
      setChosen(whichOfTwo(instant, zone));
    },
  };
};

/** The time of day, in the tests' hands. */
export interface Clock {
  /** Lets time pass: nothing waits for it. */
  advance(milliseconds: number): void;
  giveBack(): void;
}

/** Stops the clock of this process, the app's included: `Date` alone, so that timers, sockets and databases go on as ever. */
export const takeClock = (): Clock => {
  timeOfDay.stoppedAt = Date.now();
  return {
    advance: (milliseconds) => {
      timeOfDay.stoppedAt = Date.now() + milliseconds;
    },
    giveBack: () => {
      timeOfDay.stoppedAt = undefined;
    },
  };
};

/** The time of day as it is, for a browser beside it that has a clock of its own. */
export const realClock: Clock = {
  advance: () => {
    throw new Error('This clock is the real one: it cannot be advanced.');
  },
  giveBack: () => undefined,
};

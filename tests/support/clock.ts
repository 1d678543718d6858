/** The time of day, in the tests' hands. */
export interface Clock {
  /** Lets time pass: nothing waits for it. */
  advance(milliseconds: number): void;
  giveBack(): void;
}

/** Takes the clock: `Date` alone is faked, so that timers, sockets and databases go on as ever. */
export const takeClock = (): Clock => {
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  return {
    advance: (milliseconds) => jest.setSystemTime(Date.now() + milliseconds),
    giveBack: () => jest.useRealTimers(),
  };
};

/** The time of day as it is, for a browser beside it that has a clock of its own. */
export const realClock: Clock = {
  advance: () => {
    throw new Error('This clock is the real one: it cannot be advanced.');
  },
  giveBack: () => undefined,
};

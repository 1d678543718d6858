/** What `outside-environment.js` shares with the tests. */
declare global {
  var timeOfDay: {
    /** What `Date` tells the app and the tests, in milliseconds; undefined: the time as it is. */
    stoppedAt: number | undefined;
    /** The time as it is, in milliseconds. */
    real(): number;
  };
  /** Loads a module beside Jest's sandbox, where the app runs. */
  var requireOutside: NodeJS.Require;
}

export {};

// @ts-check
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

const RealDate = Date;
/** The time of day. @type {typeof globalThis.timeOfDay} */
const timeOfDay = { stoppedAt: undefined, real: () => RealDate.now() };
const now = () => timeOfDay.stoppedAt ?? RealDate.now();

/** The `Date` of the app and of its tests. */
class TestDate extends RealDate {
  /** @param {[]} given */
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
  /** @param {unknown} value */
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
}

/**
 * A `removeAllListeners` that leaves those which are there now. When it stops, Strapi takes all listeners off the process, Jest's
 * own among them: the worker would end, without a word, before its next test file.
 *
 * @returns {typeof process.removeAllListeners}
 */
const keepListeners = () => {
  const kept = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
  return (event) => {
    for (const one of event === undefined ? process.eventNames() : [event])
      for (const listener of process.rawListeners(one))
        if (!kept.get(one)?.includes(listener))
          process.removeListener(one, /** @type {(...args: unknown[]) => void} */ (listener));
    return process;
  };
};

/**
 * Runs the app as Node runs it, beside Jest's sandbox instead of inside it. In the sandbox each look at a global costs a
 * detour, and every file of Strapi is compiled anew for each test file.
 *
 * The tests themselves are in the sandbox, as ever. What is shared: `process.env` (put back after each file), the time of
 * day, and `requireOutside`, which loads a module as the app does.
 */
module.exports = class OutsideEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.environment = { ...process.env };
    this.removeAllListeners = process.removeAllListeners;
    process.removeAllListeners = keepListeners();
    globalThis.Date = /** @type {DateConstructor} */ (TestDate);
    const { global } = this;
    global.Date = TestDate;
    global.process.env = process.env;
    global.timeOfDay = timeOfDay;
    global.requireOutside = createRequire(__filename);
  }

  async teardown() {
    timeOfDay.stoppedAt = undefined;
    globalThis.Date = RealDate;
    for (const name of Object.keys(process.env)) if (!(name in this.environment)) delete process.env[name];
    Object.assign(process.env, this.environment);
    process.removeAllListeners = this.removeAllListeners;
    await super.teardown();
  }
};

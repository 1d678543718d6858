// @ts-check
const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, in that order: two workers end at the same time where no long suite is begun last. */
const LONGEST = [
  'attack/content-api',
  'attack/admin-api',
  'durability-postgres',
  'regressions/postgres',
  'integration/postgres',
  'durability-sqlite',
  'integration/sqlite',
  'regressions/sqlite',
  'response-cache/postgres',
  'response-cache/sqlite',
  'commands',
];

/** @param {{ path: string }} test */
const place = ({ path }) => {
  const index = LONGEST.findIndex((name) => path.endsWith(`${name}.test.ts`));
  return index === -1 ? LONGEST.length : index;
};

/** On a fresh machine Jest knows no durations, and goes by the size of files: suites that are many files come last. */
module.exports = class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.sort((one, other) => place(one) - place(other));
  }
};

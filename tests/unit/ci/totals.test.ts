import { spawnSync } from 'node:child_process';
import path from 'node:path';

const SCRIPT = path.resolve(__dirname, '../../../.ci/totals.awk');

/** What `.ci/run` says and ends with, for what the runners printed and the status that they ended with. */
const totals = (printed: string, status = 0) => {
  const awk = spawnSync('awk', ['-v', `status=${status}`, '-f', SCRIPT], {
    input: printed,
    encoding: 'utf8',
  });
  return [awk.stdout, awk.status];
};

const GREEN = 'Tests:       12 passed, 12 total\nTime:        4 s\n\n  3 passed (1.0m)\n';
const RED =
  'Tests:       2 failed, 1 skipped, 9 passed, 12 total\n\n  1 failed\n    a.spec.ts:3:1 › 7 failed articles\n  2 passed (1.0m)\n';

describe('the totals of a run', () => {
  test.each([
    ['where nothing failed', totals(GREEN), ['15 passed, 0 failed\n', 0]],
    ['where both runners had failures', totals(RED, 1), ['11 passed, 3 failed\n', 1]],
    ['where a runner ended badly and names no test', totals(GREEN, 1), ['15 passed, 1 failed\n', 1]],
    ['where no runner came to its totals', totals('', 1), ['0 passed, 1 failed\n', 1]],
  ])('%s', (_, said, expected) => {
    expect(said).toEqual(expected);
  });
});

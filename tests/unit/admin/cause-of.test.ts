import { causeOf } from '../../../src/plugins/quote-snapshots/admin/src/settings/cause-of';
import { FAILURE_CODES } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';

describe('why snapshots have no figure', () => {
  it('is told in words of its own for each code that the status counts', () => {
    const told = [...FAILURE_CODES, 'unresolved-mention', 'not-recorded'].map(causeOf);
    expect(new Set(told).size).toBe(FAILURE_CODES.length + 2);
    expect(told).not.toContain('cause.other');
    expect(causeOf('of-a-later-version')).toBe('cause.other');
  });
});

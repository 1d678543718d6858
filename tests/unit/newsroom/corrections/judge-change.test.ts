import { readCorrectionSettings } from '../../../../src/newsroom/corrections/corrections-environment';
import {
  owesExplanation,
  readGivenChange,
  recordedChange,
} from '../../../../src/newsroom/corrections/judge-change';
import type { LastPublication } from '../../../../src/newsroom/corrections/publication-history';

const FIRST = new Date('2026-11-27T10:00:00.000Z');
const LAST: LastPublication = {
  textHash: 'before',
  at: FIRST,
  change: 'first',
  note: null,
  firstPublishedAt: FIRST,
  firstRecordedAt: FIRST,
  readAt: FIRST,
  correctedAt: null,
  corrections: [],
  retractedAt: null,
};
const minutesLater = (minutes: number): LastPublication => ({
  ...LAST,
  readAt: new Date(FIRST.getTime() + minutes * 60_000),
});

describe('what an editor says of a change', () => {
  it.each([
    [
      { kind: null, note: undefined },
      { kind: undefined, note: undefined },
    ],
    [
      { kind: '', note: ' ' },
      { kind: undefined, note: undefined },
    ],
    [
      { kind: 'minor', note: null },
      { kind: 'minor', note: undefined },
    ],
    [
      { kind: 'update', note: ' why ' },
      { kind: 'update', note: 'why' },
    ],
    [
      { kind: 'correction', note: 'x'.repeat(2_000) },
      { kind: 'correction', note: 'x'.repeat(2_000) },
    ],
  ])('is read: %j', (given, read) => {
    expect(readGivenChange(given, LAST)).toEqual(read);
  });

  it.each([
    [{ kind: 'correction', note: '' }, 'changeNote: a correction needs a note'],
    [{ kind: 'correction', note: 7 }, 'changeNote: give text'],
    [{ kind: 'fix', note: 'x' }, 'changeKind: use correction'],
    [{ kind: undefined, note: 'x' }, 'changeNote: say in changeKind'],
    [{ kind: 'update', note: 'x'.repeat(2_001) }, 'at most 2000'],
  ])('is refused: %j', (given, message) => {
    expect(() => readGivenChange(given, LAST)).toThrow(message);
  });

  it('is refused of what readers were never shown', () => {
    expect(() => readGivenChange({ kind: 'minor', note: null }, undefined)).toThrow('not been shown');
  });
});

describe('what a publication was', () => {
  it.each([
    [undefined, undefined, 'any', 'first'],
    ['minor', LAST, 'after', 'minor'],
    [undefined, LAST, 'before', 'republication'],
    [undefined, LAST, 'after', 'unexplained'],
  ] as const)('%s after %s with the text "%s" was %s', (given, last, hash, change) => {
    expect(recordedChange(given, last, hash)).toBe(change);
  });
});

describe('an explanation is owed', () => {
  it('past the grace time, where the text differs and nothing was said', () => {
    expect(owesExplanation(undefined, minutesLater(15), 'after', 15)).toBe(false);
    expect(owesExplanation(undefined, minutesLater(15.1), 'after', 15)).toBe(true);
    expect(owesExplanation('minor', minutesLater(60), 'after', 15)).toBe(false);
    expect(owesExplanation(undefined, minutesLater(60), 'before', 15)).toBe(false);
    expect(owesExplanation(undefined, undefined, 'after', 15)).toBe(false);
  });

  it('after 15 minutes, or what the environment says', () => {
    expect(readCorrectionSettings({})).toEqual({ graceMinutes: 15 });
    expect(readCorrectionSettings({ RULE_CORRECTIONS_AFTER_MINUTES: '0' })).toEqual({ graceMinutes: 0 });
    expect(() => readCorrectionSettings({ RULE_CORRECTIONS_AFTER_MINUTES: '-1' })).toThrow(
      'RULE_CORRECTIONS_AFTER_MINUTES is "-1"',
    );
  });
});

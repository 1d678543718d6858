import { errorWithoutValue } from '../records/field-error';
import {
  DECLARED_CHANGES,
  isDeclaredChange,
  LONGEST_NOTE,
  type DeclaredChange,
  type RecordedChange,
} from './changes';
import { shownText } from '../text/shown-text';
import type { LastPublication } from './publication-history';

/** What an editor says that a publication is; nothing where they say nothing. */
export interface GivenChange {
  kind: unknown;
  note: unknown;
}

export interface ReadChange {
  kind: DeclaredChange | undefined;
  /** Without the white space around it. */
  note: string | undefined;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * What an editor says that a publication is.
 *
 * @param last what readers were shown last; undefined where they were shown nothing yet
 * @throws ValidationError that names `changeKind` or `changeNote` and what to do; the note may tell of news that is under embargo
 */
export const readGivenChange = (
  { kind, note }: GivenChange,
  last: LastPublication | undefined,
): ReadChange => {
  if (isGiven(note) && typeof note !== 'string') throw errorWithoutValue('changeNote', 'give text.');
  const words = typeof note === 'string' ? shownText(note) : '';
  if (words.length > LONGEST_NOTE) {
    throw errorWithoutValue(
      'changeNote',
      `it has ${words.length} characters; give at most ${LONGEST_NOTE}.`,
      { code: 'changeNoteTooLong', values: { most: String(LONGEST_NOTE) } },
    );
  }
  if (!isGiven(kind)) {
    if (words === '') return { kind: undefined, note: undefined };
    throw errorWithoutValue(
      'changeNote',
      `say in changeKind what it is about: ${DECLARED_CHANGES.join(', ')}.`,
      { code: 'changeNoteWithoutKind', values: {} },
    );
  }
  if (!isDeclaredChange(kind)) throw errorWithoutValue('changeKind', `use ${DECLARED_CHANGES.join(', ')}.`);
  if (!last) {
    throw errorWithoutValue('changeKind', 'readers have not been shown this article yet; leave it out.', {
      code: 'changeBeforeFirst',
      values: {},
    });
  }
  if (kind === 'correction' && words === '') {
    throw errorWithoutValue(
      'changeNote',
      'a correction needs a note, which readers see: what was wrong, and what is right.',
      { code: 'changeNoteMissing', values: {} },
    );
  }
  return { kind, note: words === '' ? undefined : words };
};

/**
 * Whether readers were told of this correction already: a request that was sent again, or a form that still says what a colleague
 * has published meanwhile. Their text is the one that they have, and the note is the newest that they were shown.
 */
export const isRepeated = (
  { kind, note }: ReadChange,
  last: LastPublication | undefined,
  hash: string,
): boolean => {
  const [newest] = last?.corrections ?? [];
  return (
    kind === 'correction' && newest?.kind === 'correction' && newest.text === note && last?.textHash === hash
  );
};

/** What a publication was, for the record. */
export const recordedChange = (
  given: DeclaredChange | undefined,
  last: LastPublication | undefined,
  hash: string,
): RecordedChange => {
  if (!last) return 'first';
  return given ?? (last.textHash === hash ? 'republication' : 'unexplained');
};

const MINUTE_MS = 60_000;

/**
 * Whether the editor owes an explanation: readers have seen another text, for longer than the grace time, and nobody has said
 * what the change is.
 */
export const owesExplanation = (
  given: unknown,
  last: LastPublication | undefined,
  hash: string,
  graceMinutes: number,
): boolean =>
  !isGiven(given) &&
  last !== undefined &&
  last.textHash !== hash &&
  last.readAt.getTime() - last.firstRecordedAt.getTime() > graceMinutes * MINUTE_MS;

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

/** The kind and the note that an editor gave for a change. Both are empty if the editor gave none. */
export interface GivenChange {
  kind: unknown;
  note: unknown;
}

export interface ReadChange {
  kind: DeclaredChange | undefined;
  /** The note without white space at its ends. */
  note: string | undefined;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Checks the kind and the note that an editor gave for a change.
 *
 * @param last the publication that readers see now; undefined if the article was never published
 * @throws ValidationError that names `changeKind` or `changeNote` and what to do. It never contains the note, which may be under
 * embargo
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
 * Whether readers already have this correction: the request was sent again, or the form still has a correction that a colleague has
 * published since. That is so if the text is the one that readers have and the note is the newest that they were shown.
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

/** The kind of change that the record stores for a publication. */
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
 * Whether the editor must say what the change is: readers have had another text for longer than the grace time, and nobody has said
 * it yet.
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

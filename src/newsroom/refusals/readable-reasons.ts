import type { RefusalCode, RefusalReason } from './refusal-reason';
import type { StoredReason } from './word-reasons';

/** The text that is read for the listings that it names. */
export const NAMING_FIELDS = ['title', 'summary', 'body', 'coverCaption', 'coverCredit', 'tickers'] as const;

/** Says what somebody is told who may not read what a reason is about: that there is one. */
export const UNREADABLE: RefusalReason = { code: 'unreadable', values: {} };

const named = (values: RefusalReason['values']): string[] =>
  [values.field, values.fields].flatMap((names) => names?.split(', ') ?? []);

type FieldsTold = (values: RefusalReason['values']) => readonly string[];

/** The fields of the article that a reason tells of. A code that is not here is for those who may read all of it. */
const FIELDS_TOLD: Readonly<Partial<Record<RefusalCode, FieldsTold>>> = {
  // As rows of earlier versions have it.
  ambiguousMention: () => NAMING_FIELDS,
  ambiguousMentions: () => [],
  bothPassed: () => ['publishAt', 'unpublishAt'],
  changeBeforeFirst: () => ['changeKind'],
  changeNoteMissing: () => ['changeKind', 'changeNote'],
  changeNoteTooLong: () => ['changeNote'],
  changeNoteWithoutKind: () => ['changeKind', 'changeNote'],
  changeRefused: () => ['changeKind', 'changeNote'],
  disclaimerInAnotherLanguage: () => ['disclaimers'],
  disclaimerWithoutText: () => ['disclaimers'],
  embargo: () => ['embargoUntil'],
  emptyField: named,
  invalidFields: named,
  missingByline: () => ['byline', 'kind'],
  noDraft: () => [],
  retracted: () => [],
  schedulerWithoutAccount: () => [],
  schedulerWithoutRight: () => [],
  unexplainedChange: () => ['changeKind'],
  unreadable: () => [],
};

/** Whether somebody may read a field of the article, by its name or the path into it. */
export type MayReadField = (field: string) => boolean;

const isReadable = ({ code, values }: RefusalReason, mayRead: MayReadField): boolean =>
  // A newer version may have stored other codes.
  Object.hasOwn(FIELDS_TOLD, code) && (FIELDS_TOLD[code]?.(values).every((field) => mayRead(field)) ?? false);

/** Whether somebody may read all that a reason may be about. */
const mayReadAll = (mayRead: MayReadField): boolean =>
  [
    ...NAMING_FIELDS,
    'byline',
    'kind',
    'disclaimers',
    'changeKind',
    'changeNote',
    'embargoUntil',
    'publishAt',
    'unpublishAt',
  ].every((field) => mayRead(field));

/**
 * Why an article was held back, for somebody who may read only some of its fields: where a reason tells of another, there is one that
 * says no more than that.
 */
export const readableReasons = (stored: StoredReason, mayRead: MayReadField): StoredReason => {
  const { reason, reasons } = stored;
  const isOpen = mayReadAll(mayRead) || (reasons?.every((one) => isReadable(one, mayRead)) ?? false);
  if (reason === null || isOpen) return { reason, reasons };
  const readable = reasons?.filter((one) => isReadable(one, mayRead)) ?? [];
  return { reason: null, reasons: [...readable, UNREADABLE] };
};

/** What is wrong with an article, or keeps it back. */
interface Told {
  field: string;
  fault: RefusalCode;
  values: Readonly<Record<string, string>>;
  message: string;
}

/** Whether somebody may be told of this: it names its field, and is about no other that they may not read. */
export const isFindingReadable = ({ field, fault, values }: Told, mayRead: MayReadField): boolean => {
  if (!mayRead(field)) return false;
  // Its field is the one whose text has it.
  if (fault === 'ambiguousMention' || fault === 'emptyField') return true;
  return isReadable({ code: fault, values }, mayRead);
};

/**
 * Findings, for somebody who may read only some of the fields: of the others, that something blocks the publication.
 *
 * @returns one finding with the fault `unreadable` and no field where what blocks is left out
 */
export const readableFindings = <Finding extends Told & { level: string }>(
  findings: readonly Finding[],
  mayRead: MayReadField,
) => {
  const readable = findings.filter((one) => isFindingReadable(one, mayRead));
  const isBlocked = findings.some((one) => one.level === 'block' && !readable.includes(one));
  return isBlocked ? [{ level: 'block' as const, ...unreadable() }, ...readable] : readable;
};

/** The same for what keeps an article back, all of which blocks. */
export const readableHindrances = <Hindrance extends Told>(
  hindrances: readonly Hindrance[],
  mayRead: MayReadField,
) => {
  const readable = hindrances.filter((one) => isFindingReadable(one, mayRead));
  return readable.length < hindrances.length ? [unreadable(), ...readable] : readable;
};

const unreadable = () => ({
  field: '',
  fault: 'unreadable' as const,
  values: {},
  message: 'Something that your role may not read keeps the article from being published.',
});

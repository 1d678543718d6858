import type { RefusalCode, RefusalReason } from './refusal-reason';
import type { StoredReason } from './word-reasons';

/** The fields whose text is searched for listings. */
export const NAMING_FIELDS = ['title', 'summary', 'body', 'coverCaption', 'coverCredit', 'tickers'] as const;

/** The reason for users who may not read the fields that the true reason is about. It says only that there is one. */
export const UNREADABLE: RefusalReason = { code: 'unreadable', values: {} };

const named = (values: RefusalReason['values']): string[] =>
  [values.field, values.fields].flatMap((names) => names?.split(', ') ?? []);

type FieldsTold = (values: RefusalReason['values']) => readonly string[];

/** The fields of the article that a reason is about. A code that is missing here is only for users who may read all of them. */
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
  schedulingTokenGone: () => [],
  takenDown: () => [],
  unexplainedChange: () => ['changeKind'],
  unreadable: () => [],
};

/** Whether the user may read a field of the article, by its name or its path. */
export type MayReadField = (field: string) => boolean;

const isReadable = ({ code, values }: RefusalReason, mayRead: MayReadField): boolean =>
  // A newer version may have stored other codes.
  Object.hasOwn(FIELDS_TOLD, code) && (FIELDS_TOLD[code]?.(values).every((field) => mayRead(field)) ?? false);

/** Whether the user may read every field that a reason may be about. */
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
 * The reasons why an article was held back, for a user who may read only some of its fields. All reasons about other fields are
 * replaced by one that says only that there are some.
 */
export const readableReasons = (stored: StoredReason, mayRead: MayReadField): StoredReason => {
  const { reason, reasons } = stored;
  const isOpen = mayReadAll(mayRead) || (reasons?.every((one) => isReadable(one, mayRead)) ?? false);
  if (reason === null || isOpen) return { reason, reasons };
  const readable = reasons?.filter((one) => isReadable(one, mayRead)) ?? [];
  return { reason: null, reasons: [...readable, UNREADABLE] };
};

/** A fault of an article, or a reason why it cannot be published. */
interface Told {
  field: string;
  fault: RefusalCode;
  values: Readonly<Record<string, string>>;
  message: string;
}

/** Whether the user may see this finding: they may read its field, and every other field that it is about. */
export const isFindingReadable = ({ field, fault, values }: Told, mayRead: MayReadField): boolean => {
  if (!mayRead(field)) return false;
  // This finding is about its own field only.
  if (fault === 'ambiguousMention' || fault === 'emptyField') return true;
  return isReadable({ code: fault, values }, mayRead);
};

/**
 * Findings for a user who may read only some of the fields. About the others they learn only that something blocks the publication.
 *
 * @returns if blocking findings were left out, one finding with the fault `unreadable` and without a field
 */
export const readableFindings = <Finding extends Told & { level: string }>(
  findings: readonly Finding[],
  mayRead: MayReadField,
) => {
  const readable = findings.filter((one) => isFindingReadable(one, mayRead));
  const isBlocked = findings.some((one) => one.level === 'block' && !readable.includes(one));
  return isBlocked ? [{ level: 'block' as const, ...unreadable() }, ...readable] : readable;
};

/** The same for reasons why an article is not published, all of which block. */
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

import type en from './messages/en.json';

/** Codes that say why a snapshot has no figure, or what readers should know about it. Each has a message in every language. */
export type ReasonCode = keyof typeof en;

/**
 * The values in a message. A number is a duration in minutes, a list one of alternatives. `then` is the code of a second sentence,
 * which gets the same values.
 */
export type ReasonParams = Readonly<Record<string, string | number | readonly string[]>> & {
  readonly then?: ReasonCode;
};

/** A reason as the record keeps it. */
export interface StoredReason {
  /** The text that a person wrote, or that a version without codes stored; null if there is a code. */
  reason: string | null;
  /** A {@link ReasonCode}, or a code that a newer version has stored. */
  reasonCode: string | null;
  reasonParams: ReasonParams | null;
}

/** The reason of a row about which there is nothing to say. */
export const NO_REASON: StoredReason = { reason: null, reasonCode: null, reasonParams: null };

/** A reason that is put into words when it is shown, in the reader's language. */
export const codedReason = (reasonCode: ReasonCode, reasonParams: ReasonParams = {}): StoredReason => ({
  reason: null,
  reasonCode,
  reasonParams,
});

/** A reason in a person's own words, which are not translated. */
export const reasonInWords = (reason: string): StoredReason => ({ ...NO_REASON, reason });

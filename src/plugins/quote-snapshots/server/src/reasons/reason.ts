import type en from './messages/en.json';

/** Why a snapshot has no figure, or what readers should know about it. Each code has a message in every language. */
export type ReasonCode = keyof typeof en;

/**
 * What a message names. A number is a duration in minutes, a list is one of alternatives. `then` is the code of a second
 * sentence, which takes the same parameters.
 */
export type ReasonParams = Readonly<Record<string, string | number | readonly string[]>> & {
  readonly then?: ReasonCode;
};

/** A reason as the record keeps it. */
export interface StoredReason {
  /** A person's own words, or those of a version that kept no codes; null where there is a code. */
  reason: string | null;
  /** A {@link ReasonCode}; a newer version may have written another. */
  reasonCode: string | null;
  reasonParams: ReasonParams | null;
}

/** There is nothing to say of a row. */
export const NO_REASON: StoredReason = { reason: null, reasonCode: null, reasonParams: null };

/** A reason that is worded when it is shown, in the language of whoever reads it. */
export const codedReason = (reasonCode: ReasonCode, reasonParams: ReasonParams = {}): StoredReason => ({
  reason: null,
  reasonCode,
  reasonParams,
});

/** A reason in a person's own words, which no language changes. */
export const reasonInWords = (reason: string): StoredReason => ({ ...NO_REASON, reason });

import type { RefusalReason } from './refusal-reason';
import { wordReasons, type Reader } from './word-reasons';

interface Refused {
  /** Why, as a code; of a bulk publication, which article. */
  reason?: RefusalReason;
  /** Why that article is kept back. */
  reasons?: readonly RefusalReason[];
}

interface RefusedPart extends Refused {
  message: string;
}

/** An error as Strapi answers it, as far as it is worded. */
interface AnsweredError {
  message: string;
  details: Refused & { errors?: RefusedPart[] };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What another plugin calls a reason need not be one. */
const isReason = (value: unknown): value is RefusalReason =>
  isObject(value) &&
  typeof value.code === 'string' &&
  isObject(value.values) &&
  Object.values(value.values).every((one) => typeof one === 'string');

/** A sentence for each code; undefined where there is none, or where one has no message. */
const wordOne = ({ reason, reasons }: Record<string, unknown>, reader: Reader): string | undefined => {
  const codes = [reason, ...(Array.isArray(reasons) ? (reasons as unknown[]) : [])].filter(
    (one) => one !== undefined,
  );
  return codes.every(isReason)
    ? (wordReasons({ reason: null, reasons: codes }, reader) ?? undefined)
    : undefined;
};

/**
 * An error of the admin API in the reader's language: its message, and that of each of its parts, which forms show at their fields.
 * A part without a code, as one of another plugin, keeps its words.
 *
 * @param error as in the `error` of an answer
 * @returns undefined where the error carries no code that has a message
 */
export const wordError = (error: unknown, reader: Reader): AnsweredError | undefined => {
  if (!isObject(error) || !isObject(error.details)) return undefined;
  const { details } = error;
  const outcome = wordOne(details, reader);
  const given = Array.isArray(details.errors) ? (details.errors as unknown[]).filter(isObject) : [];
  const worded = given.map((part) => wordOne(part, reader));
  if (outcome === undefined && worded.every((words) => words === undefined)) return undefined;
  const parts = given.map((part, index) => ({ ...part, message: worded[index] ?? String(part.message) }));
  // Several fields may be refused for one reason.
  const sentences = new Set([
    ...(outcome === undefined ? [] : [outcome]),
    ...parts.map(({ message }) => message),
  ]);
  return {
    ...error,
    message: [...sentences].join(' '),
    details: { ...details, ...(parts.length > 0 ? { errors: parts } : {}) },
  };
};

import type { RefusalReason } from './refusal-reason';
import { wordReasons, type Reader } from './word-reasons';

interface Refused {
  /** The reason as a code; in a bulk publication, the article concerned. */
  reason?: RefusalReason;
  /** The reasons why that article is not published. */
  reasons?: readonly RefusalReason[];
}

interface RefusedPart extends Refused {
  message: string;
}

/** The parts of an error in Strapi's answer that are worded. */
interface AnsweredError {
  message: string;
  details: Refused & { errors?: RefusedPart[] };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Other plugins may use `reason` for something else. */
const isReason = (value: unknown): value is RefusalReason =>
  isObject(value) &&
  typeof value.code === 'string' &&
  isObject(value.values) &&
  Object.values(value.values).every((one) => typeof one === 'string');

/** One sentence for each code; undefined if there are no codes, or if one of them has no message. */
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
 * A part without a code, such as one of another plugin, keeps its message.
 *
 * @param error the `error` of an answer
 * @returns undefined if the error has no code with a message
 */
export const wordError = (error: unknown, reader: Reader): AnsweredError | undefined => {
  if (!isObject(error) || !isObject(error.details)) return undefined;
  const { details } = error;
  const outcome = wordOne(details, reader);
  const given = Array.isArray(details.errors) ? (details.errors as unknown[]).filter(isObject) : [];
  const worded = given.map((part) => wordOne(part, reader));
  if (outcome === undefined && worded.every((words) => words === undefined)) return undefined;
  const parts = given.map((part, index) => ({ ...part, message: worded[index] ?? String(part.message) }));
  // Several fields may be refused for the same reason.
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

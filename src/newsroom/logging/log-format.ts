import { formats, winston } from '@strapi/logger';

/** The most characters of a message, and of each line of a stack. A failed SQL statement may have more than a million. */
const MAX_LENGTH = 2_000;
/** The most lines of a stack. */
const MAX_STACK_LINES = 40;

/** Characters that end a line or control a terminal, and bidirectional controls. A tab is harmless. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const UNPRINTABLE = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** Keeps the beginning and the end, because a database's message comes after the statement. */
const cut = (text: string): string =>
  text.length > MAX_LENGTH
    ? `${text.slice(0, MAX_LENGTH * 0.75)} … (${text.length} characters) … ${text.slice(-MAX_LENGTH / 4)}`
    : text;

/**
 * A text as one line of the log. It can neither forge nor hide a line, and a long text is cut.
 */
export const escapeLine = (text: string): string =>
  cut(text).replace(UNPRINTABLE, (character) =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The lines of a stack that name places in the code. The text before them repeats the message, which may contain anything. */
const stackFrames = (stack: string, message: string): string[] => {
  const start = stack.indexOf(message);
  const places = start < 0 ? stack : stack.slice(start + message.length);
  return places
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_STACK_LINES)
    .map(escapeLine);
};

const textOf = (message: unknown): string => {
  if (typeof message === 'string') return message;
  return message instanceof Error ? message.message : (JSON.stringify(message) ?? String(message));
};

/** Makes each entry readable, with a line for each stack frame. Colours of levels are added later and are kept. */
const escapeEntry = winston.format((info) => {
  const error = info instanceof Error ? info : info.message instanceof Error ? info.message : undefined;
  const stack = error?.stack ?? (typeof info.stack === 'string' ? info.stack : undefined);
  const message = textOf(info.message);
  const lines = [escapeLine(message), ...(stack ? stackFrames(stack, message) : [])];
  // The error itself is not passed on, because the next format would write its whole stack again.
  return { ...info, level: info.level, message: lines.join('\n'), stack: undefined };
});

/** The format of the log: Strapi's own, after the entries were made readable. */
export const logFormat = () => winston.format.combine(escapeEntry(), formats.prettyPrint());

interface Refused {
  reason?: { code?: unknown };
  reasons?: unknown;
}

interface AnsweredError extends Refused {
  message?: string;
  details?: Refused & { errors?: unknown };
}

const hasCode = ({ reason }: Refused): boolean => typeof reason?.code === 'string';

/**
 * What the newsroom says that it refuses, which `word-answers` has put into the user's language. Undefined for any other error: its
 * message is for programs, and in English.
 */
export const refusedWords = (error: unknown): string | undefined => {
  const { message, details } = (error ?? {}) as AnsweredError;
  if (typeof details !== 'object' || details === null) return undefined;
  const parts = Array.isArray(details.errors) ? (details.errors as Refused[]) : [];
  return hasCode(details) || parts.some(hasCode) ? message : undefined;
};

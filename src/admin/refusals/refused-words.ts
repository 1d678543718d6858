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
 * The newsroom's message about a refusal, which `word-answers` has put into the user's language. Undefined for any other error,
 * whose message is in English and for programs.
 */
export const refusedWords = (error: unknown): string | undefined => {
  const { message, details } = (error ?? {}) as AnsweredError;
  if (typeof details !== 'object' || details === null) return undefined;
  const parts = Array.isArray(details.errors) ? (details.errors as Refused[]) : [];
  return hasCode(details) || parts.some(hasCode) ? message : undefined;
};

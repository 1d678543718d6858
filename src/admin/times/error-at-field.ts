import { refusedWords } from '../refusals/refused-words';

interface ServerError {
  details?: { errors?: { path?: unknown[]; message?: string }[] };
}

/**
 * The newsroom's message about a field. If there is none, for example because rules block the article, its message about the whole.
 * Undefined if the request failed for any other reason.
 */
export const errorAtField = (error: unknown, field: string): string | undefined => {
  const words = refusedWords(error);
  if (words === undefined) return undefined;
  const { details } = error as ServerError;
  return details?.errors?.find(({ path }) => path?.[0] === field)?.message ?? words;
};

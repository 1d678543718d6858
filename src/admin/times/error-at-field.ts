import { refusedWords } from '../refusals/refused-words';

interface ServerError {
  details?: { errors?: { path?: unknown[]; message?: string }[] };
}

/**
 * What the newsroom says of a field; where it says nothing of it, as when rules block the article, what it says at all. Undefined
 * where the request failed for anything else.
 */
export const errorAtField = (error: unknown, field: string): string | undefined => {
  const words = refusedWords(error);
  if (words === undefined) return undefined;
  const { details } = error as ServerError;
  return details?.errors?.find(({ path }) => path?.[0] === field)?.message ?? words;
};

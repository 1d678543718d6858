interface ServerError {
  message?: string;
  details?: { errors?: { path?: unknown[]; message?: string }[] };
}

/** What the server says of a field; where it says nothing of it, as when rules block the article, what it says at all. */
export const errorAtField = (error: unknown, field: string): string => {
  const { message, details } = (error ?? {}) as ServerError;
  const ofField = details?.errors?.find(({ path }) => path?.[0] === field)?.message;
  return ofField ?? message ?? String(error);
};

/** Whether an answer of GraphQL contains errors. It then still has the status of a success. */
export const hasErrors = (body: Buffer): boolean => {
  if (!body.includes('"errors"')) return false;
  try {
    return (JSON.parse(body.toString('utf8')) as { errors?: unknown }).errors !== undefined;
  } catch {
    return true;
  }
};

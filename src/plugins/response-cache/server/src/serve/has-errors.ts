const SPACE = ' '.charCodeAt(0);
const BRACKET = '['.charCodeAt(0);

/**
 * Whether an answer of GraphQL answers a batch: a list of operations in one request. Each of its answers may have errors of its own,
 * and an operation that was refused before it was executed, such as an unknown persisted query, is not seen by the plugin at all.
 */
export const isBatch = (body: Buffer): boolean => body.find((byte) => byte > SPACE) === BRACKET;

/** Whether an answer of GraphQL contains errors. It then still has the status of a success. */
export const hasErrors = (body: Buffer): boolean => {
  if (!body.includes('"errors"')) return false;
  try {
    const answers = [JSON.parse(body.toString('utf8'))].flat() as ({ errors?: unknown } | null)[];
    return answers.some((answer) => answer?.errors !== undefined);
  } catch {
    return true;
  }
};

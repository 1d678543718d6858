import type { Core } from '@strapi/strapi';
import { readUnrestricted, isReadUnrestricted } from '../visibility/unrestricted-reads';

type Job = () => unknown;
interface Callbacks {
  onCommit(job: Job): void;
}
type Transaction = (callback?: (callbacks: Callbacks) => unknown) => unknown;

/**
 * Lets what a write leaves to be done after commit read as the write does: an outer transaction, as the content
 * manager's, commits when the write itself is over. Strapi reads each entry once more there, for its events.
 */
export const keepUnrestrictedThroughCommit = (strapi: Core.Strapi): void => {
  const db = strapi.db as unknown as { transaction: Transaction };
  const transaction = db.transaction.bind(db);
  db.transaction = (callback) =>
    transaction(
      callback &&
        ((callbacks) =>
          callback({
            ...callbacks,
            onCommit: (job) => callbacks.onCommit(isReadUnrestricted() ? () => readUnrestricted(job) : job),
          })),
    );
};

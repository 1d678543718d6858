import type { Core } from '@strapi/strapi';
import { readUnrestricted, isReadUnrestricted } from '../visibility/unrestricted-reads';

type Job = () => unknown;
interface Callbacks {
  onCommit(job: Job): void;
}
type Transaction = (callback?: (callbacks: Callbacks) => unknown) => unknown;

/**
 * Lets callbacks that a write registers for after the commit read without restriction, as the write itself does. The content
 * manager's outer transaction commits after the write has ended, and Strapi then reads each entry again for its events.
 *
 * Leans on: `strapi.db.transaction`, which passes `onCommit` to its callback. Fails closed: events would have the caller's
 * visibility, or null. Noticed by tests/regressions/publishing-by-a-token-that-reads-no-drafts.ts.
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

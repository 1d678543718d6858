import type { Transaction } from '../strapi/fail-at-commit';

const scheduled = new WeakMap<Transaction, Set<string>>();

const keyOf = (documentId: string, locale: string): string => `${documentId}|${locale}`;

/** Records that this transaction has given an article an instant of publication. */
export const noteScheduled = (trx: Transaction, documentId: string, locale: string): void => {
  const known = scheduled.get(trx) ?? new Set();
  known.add(keyOf(documentId, locale));
  scheduled.set(trx, known);
};

/**
 * Whether this transaction has scheduled the article. The content manager's button "Publish" saves the form first, in the same
 * transaction. So an editor who has just entered an instant would publish at once by mistake.
 */
export const wasScheduledIn = (trx: Transaction, documentId: string, locale: string): boolean =>
  scheduled.get(trx)?.has(keyOf(documentId, locale)) ?? false;

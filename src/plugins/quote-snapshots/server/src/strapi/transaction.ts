import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

type WithTransaction = Extract<
  Parameters<Core.Strapi['db']['transaction']>[0],
  (...args: never[]) => unknown
>;
type TransactionObject = Parameters<WithTransaction>[0];

/** The knex transaction that `strapi.db.transaction` hands to its callback. */
export type Transaction = TransactionObject['trx'];

/** A table inside a transaction, in the database schema that Strapi is configured with. */
export const tableIn = (strapi: Core.Strapi, trx: Transaction, name: string) => {
  const schema = strapi.db.getSchemaName();
  return schema ? trx(name).withSchema(schema) : trx(name);
};

/** Whether the database locks single rows. SQLite does not: it has one writer at a time, which locks the whole database. */
export const locksRows = (strapi: Core.Strapi): boolean => strapi.db.dialect.client !== 'sqlite';

/**
 * The connection of the caller's transaction; without a transaction, any connection of the pool.
 *
 * `strapi.db.transaction()` without a callback gives the open transaction (undocumented). If none is open, it would begin one that
 * nobody ends, so `inTransaction` is checked first.
 */
export const currentConnection = async (strapi: Core.Strapi): Promise<Pick<Transaction, 'raw'>> => {
  if (!strapi.db.inTransaction()) return strapi.db.connection;
  const open = (await strapi.db.transaction()).get();
  if (typeof open !== 'function')
    throw new StrapiChangedError('`strapi.db.transaction()`', 'it gives no transaction');
  return open;
};

/**
 * Runs a callback after the transaction has committed, and not if it is rolled back.
 *
 * Strapi keeps the callbacks with the asynchronous context and not with the transaction. Each later transaction of the same context
 * runs the earlier callbacks again, even if this transaction was rolled back. So a callback must be harmless when it runs twice or
 * after a rollback. It may capture rows, because the rows are looked up in the database again. Callbacks run in the order in which
 * they were added, and are not awaited.
 */
export const afterCommit = ({ onCommit }: Pick<TransactionObject, 'onCommit'>, run: () => void): void => {
  if (typeof onCommit !== 'function')
    throw new StrapiChangedError('`onCommit` of `strapi.db.transaction`', 'it is not there');
  let done = false;
  onCommit(() => {
    if (done) return;
    done = true;
    run();
  });
};

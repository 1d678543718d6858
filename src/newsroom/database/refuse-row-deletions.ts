import type { Core } from '@strapi/strapi';

interface Kept {
  table: string;
  /** The error's message. */
  refusal: string;
}

const sqliteStatements = ({ table, refusal }: Kept): string[] => [
  // Strapi's changes of the schema make the table anew, and lose its triggers.
  `drop trigger if exists ${table}_kept`,
  `create trigger ${table}_kept before delete on ${table} begin select raise(abort, '${refusal}'); end`,
];

/** PostgreSQL judges a statement when it is over: nothing may be left where anything was deleted. */
const postgresStatements = (schema: string, { table: name, refusal }: Kept): string[] => {
  const table = `"${schema}"."${name}"`;
  const refuse = `"${schema}"."${name}_kept"`;
  return [
    `create or replace function ${refuse}() returns trigger language plpgsql as $body$ begin
      if exists (select from gone) and exists (select from ${table}) then raise exception '${refusal}'; end if;
      return null;
    end $body$`,
    // Making a trigger waits for whoever uses the table.
    `do $body$ begin
      if not exists (select from pg_trigger where tgname = '${name}_kept' and tgrelid = '${table}'::regclass) then
        create trigger "${name}_kept" after delete on ${table} referencing old table as gone
          for each statement execute function ${refuse}();
      end if;
    end $body$`,
  ];
};

const isWhole = (params: { where?: object; filters?: object; _q?: unknown } = {}): boolean =>
  [params.where, params.filters].every((one) => one === undefined || Object.keys(one).length === 0) &&
  !params._q;

/**
 * SQLite judges row by row, and cannot know that all of them go: the trigger is taken away while Strapi empties the table, in
 * one transaction. Strapi's lifecycles would not do: a restore switches them off.
 *
 * Leans on: a restore calls `strapi.db.query(uid).deleteMany` without a condition. Fails closed: otherwise the restore is
 * refused. Noticed: the tests of the list of acts.
 */
const allowEmptying = (strapi: Core.Strapi, uid: string, kept: Kept): void => {
  const query = strapi.db.query(uid);
  const deleteMany = query.deleteMany.bind(query);
  const drop = `drop trigger if exists ${kept.table}_kept`;
  query.deleteMany = async (params) => {
    if (!isWhole(params)) return deleteMany(params);
    return await strapi.db.transaction(async ({ trx }): Promise<{ count: number }> => {
      await trx.raw(drop);
      const result = await deleteMany(params);
      for (const statement of sqliteStatements(kept)) await trx.raw(statement);
      return result;
    });
  };
};

/**
 * Has the database refuse to delete rows of a type, whoever asks, unless all of them go at once: `strapi import` and `strapi
 * transfer` empty every table before they fill it. To be called at each start, after Strapi has brought the schema up to date.
 * Who may change the database's schema can drop the trigger.
 *
 * @param uid a content type
 * @param refusal the error's message, without quotation marks
 */
export const refuseRowDeletions = async (
  strapi: Core.Strapi,
  uid: string,
  refusal: string,
): Promise<void> => {
  const kept = { table: strapi.db.metadata.get(uid).tableName, refusal };
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const statements = isPostgres
    ? postgresStatements(strapi.db.getSchemaName() ?? 'public', kept)
    : sqliteStatements(kept);
  await strapi.db.transaction(async ({ trx }) => {
    // Two nodes that start at once would both find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`newsroom: ${kept.table}`]);
    for (const statement of statements) await trx.raw(statement);
  });
  if (!isPostgres) allowEmptying(strapi, uid, kept);
};

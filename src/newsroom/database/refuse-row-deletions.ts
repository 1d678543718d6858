import type { Core } from '@strapi/strapi';

interface Kept {
  table: string;
  /** The message of the error. */
  refusal: string;
}

const sqliteStatements = ({ table, refusal }: Kept): string[] => [
  // When Strapi changes the schema, SQLite re-creates the table and loses its triggers.
  `drop trigger if exists ${table}_kept`,
  `create trigger ${table}_kept before delete on ${table} begin select raise(abort, '${refusal}'); end`,
];

/** PostgreSQL checks a statement when it is finished: after a deletion no row may be left. */
const postgresStatements = (schema: string, { table: name, refusal }: Kept): string[] => {
  const table = `"${schema}"."${name}"`;
  const refuse = `"${schema}"."${name}_kept"`;
  return [
    `create or replace function ${refuse}() returns trigger language plpgsql as $body$ begin
      if exists (select from gone) and exists (select from ${table}) then raise exception '${refusal}'; end if;
      return null;
    end $body$`,
    // Creating a trigger waits for everybody who uses the table.
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
 * SQLite checks each row, and cannot know that all of them will be deleted. So the trigger is removed while Strapi empties the
 * table, in one transaction. Strapi's lifecycles cannot be used, because a restore switches them off.
 *
 * Leans on: a restore calls `strapi.db.query(uid).deleteMany` without a condition. Fails closed: otherwise the restore is refused.
 * Noticed by the tests of the list of acts.
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
 * Makes the database refuse to delete rows of a type for anybody, unless all of them are deleted at once: `strapi import` and
 * `strapi transfer` empty every table before they fill it. Must be called at each start, after Strapi has updated the schema. A
 * database user who may change the schema can drop the trigger.
 *
 * @param uid a content type
 * @param refusal the message of the error, without quotation marks
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
    // If two nodes start at once, both would find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`newsroom: ${kept.table}`]);
    for (const statement of statements) await trx.raw(statement);
  });
  if (!isPostgres) allowEmptying(strapi, uid, kept);
};

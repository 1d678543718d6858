import type { Core } from '@strapi/strapi';

const sqliteStatements = (table: string, refusal: string): string[] => [
  // Strapi's changes of the schema make the table anew, and lose its triggers.
  `drop trigger if exists ${table}_unchanged`,
  `create trigger ${table}_unchanged before update on ${table} begin select raise(abort, '${refusal}'); end`,
];

const postgresStatements = (schema: string, name: string, refusal: string): string[] => {
  const table = `"${schema}"."${name}"`;
  const refuse = `"${schema}"."${name}_unchanged"`;
  return [
    `create or replace function ${refuse}() returns trigger language plpgsql as $body$ begin
      raise exception '${refusal}';
    end $body$`,
    `do $body$ begin
      if not exists (select from pg_trigger where tgname = '${name}_unchanged' and tgrelid = '${table}'::regclass) then
        create trigger "${name}_unchanged" before update on ${table} for each row execute function ${refuse}();
      end if;
    end $body$`,
  ];
};

/**
 * Has the database refuse changes of the rows of a type, whoever writes. To be called at each start, after Strapi has brought the
 * schema up to date. Deletions are refused by the document service alone: `strapi import` and `strapi transfer` empty every table
 * before they fill it.
 *
 * @param uid a content type
 * @param refusal the error's message, without quotation marks
 */
export const refuseRowChanges = async (strapi: Core.Strapi, uid: string, refusal: string): Promise<void> => {
  const { tableName } = strapi.db.metadata.get(uid);
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const statements = isPostgres
    ? postgresStatements(strapi.db.getSchemaName() ?? 'public', tableName, refusal)
    : sqliteStatements(tableName, refusal);
  await strapi.db.transaction(async ({ trx }) => {
    // Two nodes that start at once would both find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`newsroom: ${tableName}`]);
    for (const statement of statements) await trx.raw(statement);
  });
};

import type { Core } from '@strapi/strapi';
import { ARTICLE_ACT } from '../type-names';

const REFUSAL = 'Lines of the list of acts are never changed.';

const sqliteStatements = (table: string): string[] => [
  // Strapi's changes of the schema make the table anew, and lose its triggers.
  `drop trigger if exists ${table}_unchanged`,
  `create trigger ${table}_unchanged before update on ${table} begin select raise(abort, '${REFUSAL}'); end`,
];

const postgresStatements = (schema: string, name: string): string[] => {
  const table = `"${schema}"."${name}"`;
  const refuse = `"${schema}"."${name}_unchanged"`;
  return [
    `create or replace function ${refuse}() returns trigger language plpgsql as $body$ begin
      raise exception '${REFUSAL}';
    end $body$`,
    `do $body$ begin
      if not exists (select from pg_trigger where tgname = '${name}_unchanged' and tgrelid = '${table}'::regclass) then
        create trigger "${name}_unchanged" before update on ${table} for each row execute function ${refuse}();
      end if;
    end $body$`,
  ];
};

/**
 * Has the database refuse changes of lines, whoever writes. To be called at each start, after Strapi has brought the schema
 * up to date. Deletions are refused by the document service alone: `strapi import` and `strapi transfer` empty every table
 * before they fill it.
 */
export const keepActs = async (strapi: Core.Strapi): Promise<void> => {
  const { tableName } = strapi.db.metadata.get(ARTICLE_ACT);
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const statements = isPostgres
    ? postgresStatements(strapi.db.getSchemaName() ?? 'public', tableName)
    : sqliteStatements(tableName);
  await strapi.db.transaction(async ({ trx }) => {
    // Two nodes that start at once would both find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['newsroom: acts']);
    for (const statement of statements) await trx.raw(statement);
  });
};

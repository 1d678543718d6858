import type { Core } from '@strapi/strapi';

interface Kept {
  table: string;
  /** The columns whose values never change. */
  columns: readonly string[];
  /** The message of the error. */
  refusal: string;
}

/** Columns that a restore sets after it has inserted a row: `strapi import` and `strapi transfer` set the documentId last. */
const SET_BY_RESTORES = new Set(['id', 'documentId']);

/** The columns of a type's own values. Relations have no columns here. */
const keptColumns = (strapi: Core.Strapi, uid: string): string[] => {
  const { attributes } = strapi.db.metadata.get(uid);
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const { type, columnName = name } = attribute as { type: string; columnName?: string };
    return type === 'relation' || SET_BY_RESTORES.has(name) ? [] : [columnName];
  });
};

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

const sqliteStatements = ({ table, columns, refusal }: Kept): string[] => [
  // When Strapi changes the schema, SQLite re-creates the table and loses its triggers.
  `drop trigger if exists ${table}_unchanged`,
  `create trigger ${table}_unchanged before update of ${listed(columns)} on ${table} begin select raise(abort, '${refusal}'); end`,
];

const postgresStatements = (schema: string, { table: name, columns, refusal }: Kept): string[] => {
  const table = `"${schema}"."${name}"`;
  const refuse = `"${schema}"."${name}_unchanged"`;
  return [
    `create or replace function ${refuse}() returns trigger language plpgsql as $body$ begin
      raise exception '${refusal}';
    end $body$`,
    // Creating a trigger waits for everybody who uses the table. It is created again only if the columns have changed.
    `do $body$ begin
      if not exists (
        select from pg_trigger where tgname = '${name}_unchanged' and tgrelid = '${table}'::regclass
          and cardinality(tgattr::int2[]) = ${columns.length}
      ) then
        drop trigger if exists "${name}_unchanged" on ${table};
        create trigger "${name}_unchanged" before update of ${listed(columns)} on ${table}
          for each row execute function ${refuse}();
      end if;
    end $body$`,
  ];
};

/**
 * Makes the database refuse changes of the rows of a type by anybody. Must be called at each start, after Strapi has updated the
 * schema.
 *
 * @param uid a content type
 * @param refusal the message of the error, without quotation marks
 */
export const refuseRowChanges = async (strapi: Core.Strapi, uid: string, refusal: string): Promise<void> => {
  const { tableName: table } = strapi.db.metadata.get(uid);
  const kept = { table, columns: keptColumns(strapi, uid), refusal };
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const statements = isPostgres
    ? postgresStatements(strapi.db.getSchemaName() ?? 'public', kept)
    : sqliteStatements(kept);
  await strapi.db.transaction(async ({ trx }) => {
    // If two nodes start at once, both would find the trigger missing, and the second would fail to create it.
    if (isPostgres) await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`newsroom: ${table}`]);
    for (const statement of statements) await trx.raw(statement);
  });
};

import { PUBLICATIONS_TABLE } from './publications-table';

const milliseconds = (time: string): string => `(extract(epoch from ${time}) * 1000)::bigint`;

/** Milliseconds since 1970, by the database's clock. */
export const POSTGRES_NOW = milliseconds('clock_timestamp()');

/** The position of the changes in this transaction. */
export const POSTGRES_POSITION = 'pg_current_xact_id()::text::bigint';

/**
 * The statements that create the table, its function and its trigger if they are missing, and record what was published before they
 * existed.
 *
 * A position is the id of the transaction that wrote the row. Readers get positions below the oldest running transaction
 * (`pg_snapshot_xmin`), because every later commit has a higher position. A sequence would not work, because its numbers do not
 * commit in order.
 *
 * @param schema the database's schema
 * @param articles the table of articles
 * @param timeZone of this process, such as `Europe/Zurich`
 */
export const postgresStatements = (schema: string, articles: string, timeZone: string): string[] => {
  const quoted = (name: string): string => `"${schema}"."${name}"`;
  const table = quoted(PUBLICATIONS_TABLE);
  // Strapi's columns have the local time of its process, without a zone.
  const published = milliseconds(`published_at at time zone '${timeZone}'`);
  const record = (row: 'new' | 'old'): string => `
    insert into ${table} (document_id, locale, position, first_published_at, changed_at)
    values (${row}.document_id, coalesce(${row}.locale, ''), ${POSTGRES_POSITION}, ${POSTGRES_NOW}, ${POSTGRES_NOW})
    on conflict (document_id, locale) do update set position = excluded.position, changed_at = excluded.changed_at;`;
  return [
    `create table if not exists ${table} (
      id bigint generated always as identity primary key, document_id text not null, locale text not null,
      position bigint not null, first_published_at bigint not null, changed_at bigint not null,
      unique (document_id, locale)
    )`,
    `create index if not exists ${PUBLICATIONS_TABLE}_position on ${table} (position, id)`,
    `create index if not exists ${PUBLICATIONS_TABLE}_changed on ${table} (changed_at)`,
    `create or replace function ${table}() returns trigger language plpgsql as $body$ begin
      if TG_OP = 'DELETE' then
        if old.published_at is not null then ${record('old')} end if;
      elsif new.published_at is not null then ${record('new')}
      elsif TG_OP = 'UPDATE' and old.published_at is not null then ${record('old')}
      end if;
      return null;
    end $body$`,
    `do $body$ begin
      if not exists (select from pg_trigger where tgname = '${PUBLICATIONS_TABLE}' and tgrelid = '${quoted(articles)}'::regclass) then
        create trigger ${PUBLICATIONS_TABLE} after insert or update or delete on ${quoted(articles)}
          for each row execute function ${table}();
      end if;
    end $body$`,
    // In a database that was restored into another cluster, transaction ids start again. The existing order is kept below them.
    `update ${table} set position = ranked.place from (
      select id, row_number() over (order by position, id) as place from ${table}
    ) as ranked
    where ranked.id = ${table}.id
      and exists (
        select from ${table} where position >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      )`,
    `insert into ${table} (document_id, locale, position, first_published_at, changed_at)
     select document_id, coalesce(locale, ''), ${POSTGRES_POSITION}, ${published}, ${published}
     from ${quoted(articles)} where published_at is not null order by published_at, id
     on conflict (document_id, locale) do nothing`,
  ];
};

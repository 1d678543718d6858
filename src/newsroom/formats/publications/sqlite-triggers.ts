import { PUBLICATIONS_TABLE } from './publications-table';

/** Milliseconds since 1970, by the database's clock. */
export const SQLITE_NOW = `cast(unixepoch('subsec') * 1000 as integer)`;

/** The next position. SQLite has one writer at a time, so the highest number is the last one. */
export const SQLITE_POSITION = `(select coalesce(max(position), 0) + 1 from ${PUBLICATIONS_TABLE})`;

/** The statement of a trigger for a row of articles. */
const record = (row: 'new' | 'old'): string => `
  insert into ${PUBLICATIONS_TABLE} (document_id, locale, position, first_published_at, changed_at)
  values (
    ${row}.document_id, coalesce(${row}.locale, ''),
    ${SQLITE_POSITION}, ${SQLITE_NOW}, ${SQLITE_NOW}
  )
  on conflict (document_id, locale) do update set position = excluded.position, changed_at = excluded.changed_at;`;

/** The triggers by name. When Strapi changes the schema, SQLite re-creates the table and loses them. */
const TRIGGERS = {
  insert: (table: string) =>
    `after insert on ${table} when new.published_at is not null begin ${record('new')} end`,
  update: (table: string) =>
    `after update on ${table} when new.published_at is not null begin ${record('new')} end`,
  withdraw: (table: string) =>
    `after update on ${table} when old.published_at is not null and new.published_at is null begin ${record('old')} end`,
  delete: (table: string) =>
    `after delete on ${table} when old.published_at is not null begin ${record('old')} end`,
} as const;

/** @param articles the table of articles @returns the statements that create table and triggers if they are missing */
export const sqliteStatements = (articles: string): string[] => [
  `create table if not exists ${PUBLICATIONS_TABLE} (
    id integer primary key, document_id text not null, locale text not null, position integer not null,
    first_published_at integer not null, changed_at integer not null, unique (document_id, locale)
  )`,
  `create index if not exists ${PUBLICATIONS_TABLE}_position on ${PUBLICATIONS_TABLE} (position, id)`,
  `create index if not exists ${PUBLICATIONS_TABLE}_changed on ${PUBLICATIONS_TABLE} (changed_at)`,
  ...Object.entries(TRIGGERS).flatMap(([name, make]) => [
    `drop trigger if exists ${PUBLICATIONS_TABLE}_${name}`,
    `create trigger ${PUBLICATIONS_TABLE}_${name} ${make(articles)}`,
  ]),
  // Articles that were published before the triggers existed.
  `insert into ${PUBLICATIONS_TABLE} (document_id, locale, position, first_published_at, changed_at)
   select document_id, coalesce(locale, ''),
     (select coalesce(max(position), 0) from ${PUBLICATIONS_TABLE}) + row_number() over (order by published_at, id),
     published_at, published_at
   from ${articles} where published_at is not null
   on conflict (document_id, locale) do nothing`,
];

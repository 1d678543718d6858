import fc from 'fast-check';
import { readStatement } from '../../../src/plugins/response-cache/server/src/reads/read-statement';
import type { Tables } from '../../../src/plugins/response-cache/server/src/reads/tables';

const TABLES: Tables = {
  schema: 'public',
  watched: new Set(['articles', 'companies', 'articles_companies_lnk', 'tokens']),
  unwatched: new Set(['a_view', 'usage']),
  functions: new Set(['own_function']),
  withDrafts: new Set(['articles']),
  ignoredColumns: new Map([['tokens', new Set(['last_used_at', 'updated_at'])]]),
  ignoredTables: new Set(['usage']),
};
const read = (sql: string) => readStatement(sql, TABLES);
const fault = (why: string) => ({ kind: 'fault', why });

describe('what a statement reads', () => {
  it.each([
    ['select * from companies', ['companies']],
    ['select `t0`.* from `companies` as `t0` where `t0`.`name` = ?', ['companies']],
    ['select "t0".* from "public"."companies" as "t0" limit $1', ['companies']],
    [
      'select * from "companies" left join "articles_companies_lnk" as "t1" on true',
      ['companies', 'articles_companies_lnk'],
    ],
    ['select * from tokens, companies', ['tokens', 'companies']],
    ['with found as (select * from companies) select * from found', ['companies']],
    ["select 'from articles' from companies", ['companies']],
    ["select 'it''s articles' from COMPANIES", ['companies']],
    ['select * from companies where id in (select id from tokens)', ['companies', 'tokens']],
    ['select * from "articles" where "published_at" is not null', ['articles']],
    ['select id from unnest(array(select id from tokens))', ['tokens']],
    ['select * from (tokens join companies on true)', ['tokens', 'companies']],
    [
      'select a, b from (select x, y from tokens) as t, companies as c order by x, y',
      ['tokens', 'companies'],
    ],
    ['select a, b from tokens where (a, b) in ((1, 2)) group by a, b', ['tokens']],
    ['select id from companies union table tokens', ['companies', 'tokens']],
    ["select 'knowhow' from companies", ['companies']],
  ])('%s', (sql, tables) => {
    expect(read(sql)).toEqual({ kind: 'reads', tables });
  });

  it.each(['BEGIN;', 'COMMIT;', 'begin', 'savepoint trx1;', 'set transaction read only'])(
    '%s is neutral',
    (sql) => {
      expect(read(sql)).toEqual({ kind: 'neutral' });
    },
  );

  it.each([
    ['update companies set name = ?', 'writes'],
    ['update tokens set last_used_at = ?, name = ?', 'writes'],
    ['update tokens set name = (select last_used_at from tokens), last_used_at = ?', 'writes'],
    ['insert into companies values (1)', 'writes'],
    ['delete from companies', 'writes'],
    ['with gone as (delete from companies returning id) select * from gone', 'writes'],
    ['select * from companies for update', 'writes'],
    ['truncate companies', 'writes'],
    ['create table x (id int)', 'writes'],
    ['rollback', 'unreadable'],
    ['select * from companies; delete from companies', 'unreadable'],
    ['select * from companies -- articles', 'unreadable'],
    ['select * from /* x */ companies', 'unreadable'],
    ['select $$articles$$ from companies', 'unreadable'],
    ["select E'\\'' from companies", 'unreadable'],
    ['select * from somewhere', 'unreadable'],
    ['select * from companies, somewhere', 'unreadable'],
    ['select * from companies as c, somewhere as s where true', 'unreadable'],
    ['select * from (companies, somewhere)', 'unreadable'],
    ['select * from tokens join companies on true, somewhere', 'unreadable'],
    ['select * from (select * from companies, somewhere) as t', 'unreadable'],
    ['select * from "other"."companies"', 'unreadable'],
    ['select * from only somewhere', 'unreadable'],
    ['select own_function() from companies', 'unreadable'],
    ['select * from a_view', 'unwatched-table'],
    ['select * from companies, a_view', 'unwatched-table'],
    ['select now() from companies', 'clock'],
    ['select * from companies where at < current_timestamp', 'clock'],
    ["select * from companies where at < datetime('now')", 'clock'],
    ['select random() from companies', 'clock'],
    ["select * from companies where at < 'now'::timestamptz", 'clock'],
    ["select * from companies where at < date 'Today'", 'clock'],
    ["select * from companies where at < cast(' tomorrow 08:00' as timestamp)", 'clock'],
    ["select * from companies where at < 'yesterday'", 'clock'],
    ["select * from 'somewhere'", 'unreadable'],
    ['select * from [somewhere]', 'unreadable'],
    ["select * from companies, 'somewhere'", 'unreadable'],
    ['select * from companies join [somewhere] on true', 'unreadable'],
    ['select id from companies union table somewhere', 'unreadable'],
    ['with found as (table somewhere) select * from found', 'unreadable'],
    ['select id from companies union table other.companies', 'unreadable'],
    ['select * from only (other.companies)', 'unreadable'],
    ['select * from articles', 'drafts'],
    ['select * from articles where published_at is null', 'drafts'],
    ['select * from articles where published_at is not null or published_at is null', 'drafts'],
    ['', 'unreadable'],
  ])('%s: %s', (sql, why) => {
    expect(read(sql)).toEqual(fault(why));
  });

  it('counts no write to what changes in the background', () => {
    expect(read('update `tokens` set `last_used_at` = ?, `updated_at` = ? where (`id` = ?)')).toEqual({
      kind: 'neutral',
    });
    expect(read('update "usage" set "spent" = 1')).toEqual({ kind: 'neutral' });
    expect(read('insert into "usage" ("spent") values (1)')).toEqual({ kind: 'neutral' });
  });

  it('never misses a table that stands outside of a literal, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('companies', '"companies"', '`companies`', 'Companies'),
        (text, name) => {
          const literal = `'${text.replaceAll("'", "''")}'`;
          const statement = read(`select ${literal}, x from tokens join ${name} on a = ${literal}`);
          expect(
            statement.kind === 'fault' ||
              (statement.kind === 'reads' && statement.tables.includes('companies')),
          ).toBe(true);
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });
});

describe('a schema with capitals', () => {
  const inNews = (sql: string) => readStatement(sql, { ...TABLES, schema: 'News' });

  it('is the one that statements name, quoted as it is', () => {
    expect(inNews('select "t0".* from "News"."companies" as "t0"')).toEqual({
      kind: 'reads',
      tables: ['companies'],
    });
  });

  it.each([
    'select * from news.companies',
    'select * from News.companies',
    'select * from "news"."companies"',
  ])('%s reads another one', (sql) => expect(inNews(sql)).toEqual(fault('unreadable')));
});

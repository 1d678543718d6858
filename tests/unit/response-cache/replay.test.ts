import fc from 'fast-check';
import { digestRows } from '../../../src/plugins/response-cache/server/src/replay/digest-rows';
import { mayBeTime } from '../../../src/plugins/response-cache/server/src/replay/may-be-time';
import { mayRunAgain } from '../../../src/plugins/response-cache/server/src/replay/may-run-again';
import {
  newTranscript,
  noteAnswered,
  noteSent,
  sizeOfStatements,
  statementsOf,
  type SelectText,
  type SentStatement,
  type TranscriptLimits,
} from '../../../src/plugins/response-cache/server/src/replay/transcript';

describe('the digest of rows', () => {
  const digest = (rows: readonly unknown[]): string => digestRows(rows).digest;

  it('is the same for the same rows, and another for others', () => {
    const value = fc.oneof(
      fc.constantFrom(null, 0, 1, '', '0', '1', 1n, true, false, 'é', '株'),
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.bigInt(),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    const copyOf = (given: unknown): unknown =>
      given instanceof Date ? new Date(given) : Buffer.isBuffer(given) ? Buffer.from(given) : given;
    /** A second way to tell whether two values are the same. */
    const textOf = (given: unknown): string =>
      given instanceof Date
        ? `date ${given.getTime()}`
        : Buffer.isBuffer(given)
          ? `bytes ${given.toString('hex')}`
          : `${typeof given} ${Object.is(given, -0) ? '-0' : String(given)}`;
    const tables = fc.array(fc.tuple(value, value), { maxLength: 4 });
    const rowsOf = (table: readonly (readonly [unknown, unknown])[]): object[] =>
      table.map(([a, b]) => ({ a: copyOf(a), b: copyOf(b) }));
    fc.assert(
      fc.property(tables, tables, (one, other) => {
        expect(digest(rowsOf(one))).toBe(digest(rowsOf(one)));
        const isSame = JSON.stringify(one.flat().map(textOf)) === JSON.stringify(other.flat().map(textOf));
        expect(digest(rowsOf(one)) === digest(rowsOf(other))).toBe(isSame);
      }),
    );
  });

  it.each<[string, unknown[], unknown[]]>([
    ['the order', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }]],
    ['a row that is there twice', [{ a: 1 }, { a: 1 }], [{ a: 1 }]],
    ['a number and its text', [{ a: 1 }], [{ a: '1' }]],
    ['a number and a bigint', [{ a: 1 }], [{ a: 1n }]],
    ['a date and its text', [{ a: new Date(0) }], [{ a: new Date(0).toISOString() }]],
    ['a date and its number', [{ a: new Date(0) }], [{ a: 0 }]],
    ['bytes and their text', [{ a: Buffer.from('x') }], [{ a: 'x' }]],
    ['null and nothing', [{ a: null }], [{}]],
    ['null and a text', [{ a: null }], [{ a: 'null' }]],
    ['the name of a column', [{ a: 1 }], [{ b: 1 }]],
    ['no rows and an empty one', [], [{}]],
    ['bytes and a list of their type and text', [{ a: Buffer.from('x') }], [{ a: ['bytes', 'eA=='] }]],
    ['an invalid date and null', [{ a: new Date(NaN) }], [{ a: null }]],
    ['no number and null', [{ a: NaN }], [{ a: null }]],
    ['a list and an object', [{ a: ['x', 1] }], [{ a: { x: 1 } }]],
    ['values of neighbours', [{ a: 'x', b: 'yz' }], [{ a: 'xy', b: 'z' }]],
  ])('tells %s apart', (_name, one, other) => {
    expect(digest(one)).not.toBe(digest(other));
  });
});

describe('the digest of rows whose column had a fraction meanwhile', () => {
  it('is the same, though V8 then keeps the numbers of that column as floats', () => {
    const rows = (price: number): object[] => [{ madeUpPrice: price }];
    const before = digestRows(rows(1));
    rows(1.5);
    expect(digestRows(rows(1))).toEqual(before);
  });
});

describe('a statement may be run again', () => {
  it.each([
    'select * from companies',
    'select "t0"."id" from "public"."companies" as "t0" where "t0"."slug" = $1 order by "t0"."id" asc limit $2',
    'select distinct `t0`.* from `companies` as `t0` left join `lnk` as `t1` on (`t0`.`id` = `t1`.`id`) where (`t0`.`id` in (?, ?))',
    'select count(distinct "t0"."id") as "count" from "companies" as "t0"',
    'select * from (select *, row_number() over (partition by "a" order by "b") as n from companies) as t where n <= 5',
    'with found as (select id from companies) select * from found where exists (select 1 from companies)',
    'select lower(name) from companies where cast(id as text) like ?',
  ])('%s', (sql) => {
    expect(mayRunAgain(sql)).toBe(true);
  });

  it.each([
    ['it writes', 'update companies set name = 1'],
    ['it begins a transaction', 'begin'],
    ['it locks rows', 'select * from companies for update'],
    ['it locks rows, shared', 'select * from companies for share'],
    ['it waits for others', 'select pg_advisory_lock(1), id from companies'],
    ['its function is not known', 'select anything(id) from companies'],
    ['its function is quoted', 'select "lower"(name) from companies'],
    ['it reads other rows each time', 'select * from companies tablesample system (10)'],
    ['its rows are random', 'select * from companies order by random()'],
    ['it has a time in its text', "select * from companies where published_at < '2026-11-28T10:00:00Z'"],
    ['it has milliseconds in its text', 'select * from companies where published_at < 1795600000000'],
    ['it has a word for the time in its text', "select * from companies where published_at < 'now'"],
    ['it is not read here', 'select * from companies -- for update'],
    ['it is empty', ''],
  ])('not where %s', (_why, sql) => {
    expect(mayRunAgain(sql)).toBe(false);
  });
});

describe('a value may be a time', () => {
  it.each([
    new Date(0),
    '2026-11-28',
    '2026-11-28T10:00:00.000Z',
    '2026-11-28 10:00:00+01',
    'Sat, 28 Nov 2026 10:00:00 GMT',
    '10:00',
    '1795600000000',
    '1795600000',
    '20261128',
    ' NOW ',
    'today',
    1_795_600_000_000,
    1_795_600_000,
    1_795_600_000_000n,
  ])('%p', (value) => {
    expect(mayBeTime(value)).toBe(true);
  });
  it('as every moment of these centuries, in each form', () => {
    const moment = fc.date({
      min: new Date('2001-09-10'),
      max: new Date('2286-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const seconds = Math.floor(date.getTime() / 1000);
        for (const form of [date, date.getTime(), seconds, date.toISOString(), date.toUTCString()])
          expect(mayBeTime(form)).toBe(true);
      }),
    );
  });
  it.each([
    null,
    true,
    '',
    'apple-2026-11-28-earnings',
    'nowhere',
    'a8m3k2p9q1w7e5r4t6y8u0i2',
    25,
    1_234_567,
  ])('not %p', (value) => {
    expect(mayBeTime(value)).toBe(false);
  });
});

describe('a transcript', () => {
  const LIMITS: TranscriptLimits = { maxStatements: 3, maxRows: 10, maxKilobytes: 1 };
  const SELECT = 'select * from companies where slug = ?';
  const TEXT: SelectText = { sql: SELECT, tables: ['companies'], mayRunAgain: true };
  const rows = (count: number, text = 'x'): object[] => Array.from({ length: count }, () => ({ text }));
  /** What is remembered of statements that were each answered with these rows. */
  const remembered = (...asked: [SentStatement & Partial<SelectText>, unknown][]) => {
    const transcript = newTranscript(LIMITS);
    asked.forEach(([sent, response], index) => {
      const id = `id ${index}`;
      noteSent(transcript, { ...TEXT, ...sent }, { bindings: ['a'], __knexQueryUid: id, ...sent });
      noteAnswered(transcript, id, response);
    });
    return statementsOf(transcript);
  };

  it('has each statement, its values and a digest of its rows, of either driver', () => {
    const { digest } = digestRows(rows(2));
    const expected = { sql: SELECT, values: ['a'], tables: ['companies'], digest };
    expect(remembered([{}, rows(2)], [{}, { rows: rows(2), command: 'SELECT' }])).toEqual([
      expected,
      expected,
    ]);
  });

  it('keeps values as they were when they were sent', () => {
    const bindings = ['a'];
    const transcript = newTranscript(LIMITS);
    noteSent(transcript, TEXT, { bindings, __knexQueryUid: 'x' });
    bindings[0] = 'b';
    noteAnswered(transcript, 'x', []);
    expect(statementsOf(transcript)?.[0]?.values).toEqual(['a']);
  });

  it.each<[string, [SentStatement, unknown][]]>([
    ['nothing was asked', []],
    ['a value may be a time', [[{ bindings: [new Date(0)] }, []]]],
    ['a value is a list', [[{ bindings: [['a']] }, []]]],
    ['a value is an object', [[{ bindings: [{ a: 1 }] }, []]]],
    ['values have names', [[{ bindings: { a: 1 } }, []]]],
    ['the driver is given options', [[{ options: { rowMode: 'array' } }, []]]],
    ['knex makes something else of the rows', [[{ output: () => [] }, []]]],
    ['knex gives it no id', [[{ __knexQueryUid: undefined }, []]]],
    ['its rows are not known', [[{}, undefined]]],
    ['a row is no data', [[{}, [{ a: () => 1 }]]]],
    ['there are too many rows', [[{}, rows(11)]]],
    [
      'there are too many rows in all',
      [
        [{}, rows(6)],
        [{}, rows(6)],
      ],
    ],
    ['the rows are too large', [[{}, rows(1, 'x'.repeat(2_000))]]],
    ['there are too many statements', Array.from({ length: 4 }, () => [{}, []])],
    [
      'one of them cannot be run again',
      [
        [{}, rows(1)],
        [{ bindings: [Date.now()] }, rows(1)],
        [{}, rows(1)],
      ],
    ],
  ])('is none where %s', (_why, asked) => {
    expect(remembered(...asked)).toBeUndefined();
  });

  it('is none where the text of one cannot be run again, or its rows have not come', () => {
    const locked = newTranscript(LIMITS);
    noteSent(locked, { ...TEXT, mayRunAgain: false }, { __knexQueryUid: 'x' });
    noteAnswered(locked, 'x', []);
    const open = newTranscript(LIMITS);
    noteSent(open, TEXT, { __knexQueryUid: 'x' });
    expect([statementsOf(locked), statementsOf(open)]).toEqual([undefined, undefined]);
  });

  it('counts in the memory of its answer', () => {
    const [short] = remembered([{}, []]) ?? [];
    const [long] = remembered([{ sql: `${SELECT} and true`, bindings: ['a'.repeat(100)] }, []]) ?? [];
    expect(sizeOfStatements()).toBe(0);
    expect(sizeOfStatements([long!]) - sizeOfStatements([short!])).toBe(' and true'.length + 2 * 99);
  });
});

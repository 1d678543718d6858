import type { Tables } from './tables';
import { tokenize, type Token } from './tokenize';

/** What a statement does, as far as a cached answer is concerned. */
export type Statement =
  | { kind: 'reads'; tables: readonly string[] }
  /** It begins or ends a transaction, or makes a write that does not count as one. */
  | { kind: 'neutral' }
  /** Why the answer that the statement is part of is not stored. */
  | { kind: 'fault'; why: 'writes' | 'unreadable' | 'clock' | 'drafts' | 'unwatched-table' };

const fault = (why: Extract<Statement, { kind: 'fault' }>['why']): Statement => ({ kind: 'fault', why });
const NEUTRAL: Statement = { kind: 'neutral' };

const TRANSACTION = new Set(['begin', 'commit', 'savepoint', 'release', 'start']);
/** Words in a select that show that it writes, or locks rows that it is about to write. */
const WRITING = new Set(['insert', 'update', 'delete', 'merge', 'into', 'truncate', 'call']);
/** Functions whose result changes with time, or with each call. */
const VOLATILE = new Set([
  ...['now', 'current_timestamp', 'current_date', 'current_time', 'localtime', 'localtimestamp'],
  ...['clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'timeofday', 'age'],
  ...['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff'],
  ...['random', 'randomblob', 'gen_random_uuid', 'setseed', 'nextval', 'lastval', 'currval'],
  ...['last_insert_rowid', 'changes', 'total_changes', 'current_setting', 'txid_current'],
  ...['pg_current_snapshot', 'pg_current_xact_id', 'current_user', 'session_user', 'pg_backend_pid'],
]);
/** The same functions as keywords, which are used without parentheses. */
const VOLATILE_WORDS = new Set([
  ...['current_timestamp', 'current_date', 'current_time', 'localtime', 'localtimestamp'],
  ...['current_user', 'session_user'],
]);

/** Words that PostgreSQL and SQLite read as the moment at which a statement runs, in a text that is a time: `date 'today'`. */
const MOMENT = /\b(?:now|today|tomorrow|yesterday)\b/i;

const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'name' && !token.quoted && token.text === text;
const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text;

/** The name at a position, with its schema if one is named, and the position after it. */
const qualified = (
  tokens: readonly Token[],
  at: number,
): { schema: string | undefined; name: string; end: number } | undefined => {
  let end = at;
  while (tokens[end]?.kind === 'name' && isSign(tokens[end + 1], '.') && tokens[end + 2]?.kind === 'name')
    end += 2;
  const token = tokens[end];
  if (token?.kind !== 'name') return undefined;
  return { schema: end > at ? tokens[end - 2]?.exact : undefined, name: token.text, end: end + 1 };
};

/** Names that the statement itself gives to a subquery: `with name as (…)`, `name (columns) as (…)`. */
const ownNames = (tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens
      .filter((token, at) => {
        const behind = isWord(tokens[at + 2], 'materialized') ? at + 3 : at + 2;
        return token.kind === 'name' && isWord(tokens[at + 1], 'as') && isSign(tokens[behind], '(');
      })
      .map(({ text }) => text),
  );

/** Whether a statement on tables with drafts says that it reads only published rows. */
const readsPublished = (tokens: readonly Token[]): boolean => {
  let published = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name' || token.text !== 'published_at' || !isWord(tokens[at + 1], 'is')) continue;
    if (isWord(tokens[at + 2], 'null')) return false;
    published ||= isWord(tokens[at + 2], 'not') && isWord(tokens[at + 3], 'null');
  }
  return published;
};

/** Words that end a list of sources: `from a, b where …`. */
const AFTER_SOURCES = new Set([
  ...['where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for'],
  ...['union', 'intersect', 'except', 'select'],
]);

/** The positions of sources: after `from`, `join`, and the commas of a list of sources. */
const placesOfSources = (tokens: readonly Token[]): number[] => {
  const places: number[] = [];
  // Whether a list of sources is open, by the depth of parentheses.
  const lists: boolean[] = [false];
  for (const [at, token] of tokens.entries()) {
    if (isSign(token, '(')) {
      // In `from (a, b)`, the parentheses that stand for a source contain sources.
      lists.push(places.at(-1) === at);
      if (lists.at(-1)) places.push(at + 1);
    } else if (isSign(token, ')')) {
      if (lists.length > 1) lists.pop();
    } else if (isSign(token, ',')) {
      if (lists.at(-1)) places.push(at + 1);
    } else if (token.kind === 'name' && !token.quoted) {
      // `table name` is PostgreSQL's short form of `select * from name`.
      if (['from', 'join', 'table'].includes(token.text)) places.push(at + 1);
      if (token.text === 'from') lists[lists.length - 1] = true;
      if (AFTER_SOURCES.has(token.text)) lists[lists.length - 1] = false;
    }
  }
  return places;
};

/** Words that begin a subquery. Its own sources are looked at separately. */
const SUBQUERY = new Set(['lateral', 'select', 'values', 'with']);

/** Why an answer cannot depend on one of the statement's sources; undefined if it can depend on all of them. */
const faultOfSources = (tokens: readonly Token[], known: Tables): Statement | undefined => {
  const own = ownNames(tokens);
  for (const place of placesOfSources(tokens)) {
    const first = tokens[place];
    if (first?.kind === 'name' && !first.quoted && SUBQUERY.has(first.text)) continue;
    if (isSign(first, '(')) continue;
    const source = qualified(tokens, place);
    // SQLite also takes 'name' and [name] as names. They are not read as names here.
    if (!source) return fault('unreadable');
    // A function call. `only (name)` looks like one.
    if (isSign(tokens[source.end], '(') && !isWord(first, 'only')) continue;
    const isElsewhere = source.schema !== undefined && source.schema !== known.schema;
    if (!isElsewhere && (own.has(source.name) || known.watched.has(source.name))) continue;
    return fault(!isElsewhere && known.unwatched.has(source.name) ? 'unwatched-table' : 'unreadable');
  }
  return undefined;
};

const readSelect = (tokens: readonly Token[], known: Tables): Statement => {
  const tables = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'literal' && MOMENT.test(token.text)) return fault('clock');
    if (token.kind !== 'name') continue;
    const { text, quoted } = token;
    if (!quoted) {
      if (WRITING.has(text)) return fault('writes');
      if (VOLATILE_WORDS.has(text)) return fault('clock');
    }
    if (isSign(tokens[at + 1], '(')) {
      if (VOLATILE.has(text)) return fault('clock');
      if (known.functions.has(text)) return fault('unreadable');
    }
    // Wherever a table's name appears, the table counts as read. One table too many is safer than one too few.
    if (known.watched.has(text)) tables.add(text);
    else if (known.unwatched.has(text)) return fault('unwatched-table');
  }
  const ofSources = faultOfSources(tokens, known);
  if (ofSources) return ofSources;
  const mayShowDrafts = [...tables].some((table) => known.withDrafts.has(table));
  if (mayShowDrafts && !readsPublished(tokens)) return fault('drafts');
  return { kind: 'reads', tables: [...tables] };
};

/** Reads `update table set a = …, b = … where …`: whether all the columns that it sets change in the background. */
const readUpdate = (tokens: readonly Token[], known: Tables): Statement => {
  const target = qualified(tokens, 1);
  if (!target) return fault('writes');
  if (known.ignoredTables.has(target.name)) return NEUTRAL;
  const ignored = known.ignoredColumns.get(target.name);
  if (!ignored || !isWord(tokens[target.end], 'set')) return fault('writes');
  let depth = 0;
  for (let at = target.end + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isSign(token, '(')) depth += 1;
    if (isSign(token, ')')) depth -= 1;
    if (depth > 0) continue;
    if (isWord(token, 'where') || isWord(token, 'returning')) return NEUTRAL;
    const starts = isWord(tokens[at - 1], 'set') || isSign(tokens[at - 1], ',');
    if (starts && !(token?.kind === 'name' && ignored.has(token.text) && isSign(tokens[at + 1], '=')))
      return fault('writes');
  }
  return NEUTRAL;
};

/**
 * Finds out which tables a statement reads. It errs on the side of too many: every name in it that is a table's name counts. A
 * statement that is not understood is a fault, so its answer is not stored.
 *
 * @param sql one statement as knex sends it, with placeholders for values
 */
export const readStatement = (sql: string, known: Tables): Statement => {
  const tokens = tokenize(sql);
  if (!tokens) return fault('unreadable');
  if (isSign(tokens.at(-1), ';')) tokens.pop();
  if (tokens.some((token) => isSign(token, ';'))) return fault('unreadable');
  const [first, second] = tokens;
  if (first?.kind !== 'name' || first.quoted) return fault('unreadable');
  if (TRANSACTION.has(first.text)) return NEUTRAL;
  if (first.text === 'set' && isWord(second, 'transaction')) return NEUTRAL;
  if (first.text === 'select' || first.text === 'with') return readSelect(tokens, known);
  if (first.text === 'update') return readUpdate(tokens, known);
  if (first.text === 'insert' || first.text === 'delete') {
    const target = qualified(tokens, 2);
    return target && known.ignoredTables.has(target.name) ? NEUTRAL : fault('writes');
  }
  return fault(first.text === 'rollback' ? 'unreadable' : 'writes');
};

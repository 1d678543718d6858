import { tokenize, type Token } from '../reads/tokenize';
import { mayBeTime } from './may-be-time';

/** What may come before a parenthesis: words of SQL, and functions whose result depends on their arguments alone. */
const BEFORE_PARENTHESIS = new Set([
  ...['in', 'and', 'or', 'not', 'on', 'as', 'exists', 'any', 'all', 'some', 'from', 'join', 'where', 'when'],
  ...['then', 'else', 'select', 'distinct', 'by', 'over', 'values', 'using', 'union', 'except', 'intersect'],
  ...['filter', 'between', 'like', 'having', 'materialized', 'lateral', 'limit', 'offset', 'array'],
  ...['count', 'min', 'max', 'sum', 'avg', 'row_number', 'rank', 'dense_rank', 'lower', 'upper', 'coalesce'],
  ...['nullif', 'ifnull', 'cast', 'length', 'trim', 'ltrim', 'rtrim', 'substr', 'replace', 'abs', 'round'],
  ...['concat', 'json_extract', 'json_agg', 'jsonb_agg', 'array_agg', 'unnest'],
]);

/** Words that lock rows (`for share`), or read different rows each time. */
const FORBIDDEN_WORDS = new Set(['for', 'tablesample']);

const isForbidden = (token: Token, next: Token | undefined): boolean => {
  if (token.kind === 'literal') return mayBeTime(token.text.replaceAll("'", ''));
  if (token.kind !== 'name') return false;
  if (next?.kind === 'sign' && next.text === '(') return token.quoted || !BEFORE_PARENTHESIS.has(token.text);
  return !token.quoted && FORBIDDEN_WORDS.has(token.text);
};

/**
 * Whether a statement may be run again to see whether it gives the same rows. It must be a select that changes nothing, waits for
 * no lock, and depends only on rows and its values. A function that is not listed here may do anything, so a statement that calls
 * one is not run again.
 */
export const mayRunAgain = (sql: string): boolean => {
  const tokens = tokenize(sql);
  if (!tokens) return false;
  const [first] = tokens;
  const isSelect =
    first?.kind === 'name' && !first.quoted && (first.text === 'select' || first.text === 'with');
  return isSelect && !tokens.some((token, at) => isForbidden(token, tokens[at + 1]));
};

/** A piece of a statement. Names are in lower case. A `quoted` name cannot be a keyword. */
export interface Token {
  kind: 'name' | 'literal' | 'sign';
  text: string;
  quoted: boolean;
  /** The name as PostgreSQL reads it: with its capitals if it is quoted. The same as `text` for anything else. */
  exact: string;
}

const PIECE =
  /\s+|'(?:[^']|'')*'|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\$\d+|\d[\w.]*|--|\/\*|\$[A-Za-z_]*\$|[^\s]/gy;

/** Prefixes of literals with different escapes: E'…', B'…', X'…', U&'…'. */
const LITERAL_PREFIX = /^(?:e|b|x|n|u)$/;

/**
 * Splits an SQL statement into names, literals and signs.
 *
 * @returns undefined if it contains something that is not supported here: comments, dollar quotes, escaped strings
 */
export const tokenize = (sql: string): Token[] | undefined => {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(sql); match; match = PIECE.exec(sql)) {
    const [text, double, back] = match;
    const quoted = double ?? back;
    if (/^\s/.test(text)) continue;
    if (text === '--' || text === '/*' || /^\$[A-Za-z_]*\$$/.test(text)) return undefined;
    if (text.startsWith("'") || /^[$\d]/.test(text)) {
      const last = tokens.at(-1);
      if (text.startsWith("'") && last && !last.quoted && LITERAL_PREFIX.test(last.text)) return undefined;
      // A quote that is not closed becomes a sign by itself.
      if (text === "'") return undefined;
      tokens.push({ kind: 'literal', text, quoted: false, exact: text });
    } else if (quoted !== undefined) {
      const exact = quoted.replaceAll('""', '"');
      tokens.push({ kind: 'name', text: quoted.toLowerCase(), quoted: true, exact });
    } else if (/^[A-Za-z_\u0080-\uffff]/.test(text)) {
      const lower = text.toLowerCase();
      tokens.push({ kind: 'name', text: lower, quoted: false, exact: lower });
    } else if (text === '"' || text === '`') {
      return undefined;
    } else {
      tokens.push({ kind: 'sign', text, quoted: false, exact: text });
    }
  }
  return tokens;
};

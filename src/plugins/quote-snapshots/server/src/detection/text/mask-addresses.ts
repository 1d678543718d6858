import { BREAK } from './normalized-text';

/** What shows that an address stands here, with what follows of it. */
const ADDRESS = /(?::\/\/|\bwww\.)[^\s<>"')\]]{1,2000}|@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const BEFORE_ADDRESS = /[\w.+-]/;
const LONGEST_BEFORE = 64;

/**
 * A text with its addresses (URLs, mail) blanked, at the same length: they hold names of exchanges and symbols that
 * the writer did not write. Mention from their `://`, `www.` or `@`, then back over scheme or mailbox: looking ahead from
 * every word for what may be an address would cost many times the text.
 */
export const maskAddresses = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    let start = index;
    while (start > done && index - start < LONGEST_BEFORE && BEFORE_ADDRESS.test(text[start - 1]!))
      start -= 1;
    const end = index + found.length;
    pieces.push(text.slice(done, start), BREAK.repeat(end - start));
    done = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
};

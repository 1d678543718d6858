import { BREAK } from './normalized-text';

/** The part of an address that identifies it as one, with the rest of the address behind it. */
const ADDRESS = /(?::\/\/|\bwww\.)[^\s<>"')\]]{1,2000}|@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const BEFORE_ADDRESS = /[\w.+-]/;
const LONGEST_BEFORE = 64;

/**
 * Blanks the addresses (URLs, e-mail) of a text and keeps its length. Addresses contain names of exchanges and symbols that the
 * writer did not print: `https://example.com/NYSE:IBM`.
 *
 * Each address is found by its `://`, `www.` or `@`, and its scheme or mailbox by reading back from there: to try every word of a
 * text as the beginning of an address costs many times more.
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

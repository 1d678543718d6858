import { BREAK } from './normalized-text';

/** The part of an address that identifies it, and the rest of the address after it. */
const ADDRESS = /(?::\/\/|\bwww\.)[^\s<>"')\]]{1,2000}|@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const BEFORE_ADDRESS = /[\w.+-]/;
const LONGEST_BEFORE = 64;

/**
 * Replaces the addresses (URLs, e-mail) in a text by blanks of the same length. Addresses contain names of exchanges and symbols
 * that the author did not mean: `https://example.com/NYSE:IBM`.
 *
 * Each address is found by its `://`, `www.` or `@`, and its scheme or mailbox by reading backwards from there. Trying every word
 * of a text as the beginning of an address would take many times as long.
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

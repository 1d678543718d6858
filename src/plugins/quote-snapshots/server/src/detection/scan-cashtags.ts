import type { Mention } from './mention';
import { NEVER_CASHTAGS } from './shouting';
import { canonicalAs } from './symbols';

const CASHTAG =
  /(?<![\p{L}\p{N}$_/\\.=&@#-])\$([A-Z]{1,5}(?:[.\-/][A-Z]{1,2})?)(?![\p{L}\p{N}_$%])(?![.,]\d)/gu;

/** `$TSLA`, `$BRK.B`; not `US$500`, `$1M`, `$USD`. Offsets are the text's, of the symbol without its dollar. */
export const scanCashtags = (text: string): Mention[] =>
  [...text.matchAll(CASHTAG)].flatMap(({ index, 1: printed = '' }) => {
    const symbol = canonicalAs(printed, undefined, 'us');
    if (NEVER_CASHTAGS.has(symbol)) return [];
    const start = index + 1;
    return [{ symbol, mic: null, exchange: null, candidates: [], start, end: start + printed.length }];
  });

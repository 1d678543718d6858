import type { Mention } from './mention';
import { NEVER_CASHTAGS } from './shouting';
import { canonicalAs } from './symbols';

const CASHTAG =
  /(?<![\p{L}\p{N}$_/\\.=&@#-])\$([A-Z]{1,5}(?:[.\-/][A-Z]{1,2})?)(?![\p{L}\p{N}_$%])(?![.,]\d)/gu;

/** More cashtags than any article prints: what follows them is not read, so that a text of nothing else costs little. */
const MOST_CASHTAGS = 10_000;

/** `$TSLA`, `$BRK.B`; not `US$500`, `$1M`, `$USD`. Offsets are the text's, of the symbol without its dollar. */
export const scanCashtags = (text: string): Mention[] => {
  const mentions: Mention[] = [];
  const pattern = new RegExp(CASHTAG);
  for (let match = pattern.exec(text); match && mentions.length < MOST_CASHTAGS; match = pattern.exec(text)) {
    const [, printed = ''] = match;
    const symbol = canonicalAs(printed, undefined, 'us');
    const start = match.index + 1;
    if (!NEVER_CASHTAGS.has(symbol))
      mentions.push({
        symbol,
        mic: null,
        exchange: null,
        candidates: [],
        start,
        end: start + printed.length,
      });
  }
  return mentions;
};

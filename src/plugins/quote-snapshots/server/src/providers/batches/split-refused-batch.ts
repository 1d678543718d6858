import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';
import { isRefusal, type RawAnswer, type RawAnswers } from './raw-answers';

/** Enough to find one bad symbol among 250 if the vendor does not name it (eight halvings with two requests each). */
const MAX_REQUESTS = 24;

/** The symbols of a refused request that the vendor named. If the response repeats all of them, it names none. */
const namedSymbols = (symbols: readonly string[], { named }: Refusal): Set<string> => {
  const found = symbols.filter((symbol) => named?.includes(symbol));
  return new Set(found.length < symbols.length ? found : []);
};

/** The smaller batches after a refusal: the symbols that were not named, or two halves if none was named. */
const smallerBatches = (symbols: readonly string[], named: ReadonlySet<string>): string[][] => {
  if (named.size > 0) return [symbols.filter((symbol) => !named.has(symbol))];
  const middle = Math.ceil(symbols.length / 2);
  return [symbols.slice(0, middle), symbols.slice(middle)];
};

/**
 * Sends a batch. If the vendor refuses all of it, perhaps because of one symbol, sends it again without the symbols that the vendor
 * named, or else in halves, until the bad symbol is alone. One bad symbol must not cost other articles their quotes.
 *
 * @param send sends one request for some of the symbols
 * @returns an answer for each symbol, except those that the vendor's responses lack
 */
export const splitRefusedBatch = async (
  symbols: readonly string[],
  send: (symbols: readonly string[]) => Promise<RawAnswers>,
): Promise<Map<string, RawAnswer>> => {
  const answers = new Map<string, RawAnswer>();
  const answerAll = (some: Iterable<string>, answer: RawAnswer): void => {
    for (const symbol of some) answers.set(symbol, answer);
  };
  const batches: (readonly string[])[] = [symbols];
  let requests = 0;
  for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
    if (requests >= MAX_REQUESTS) {
      // It is not known which of these symbols are bad. A failure with this code is retried, in another batch.
      answerAll(batch, failure('bad-answer', 'The provider refused the request for several instruments.'));
      continue;
    }
    requests += 1;
    const response = await send(batch);
    if (!isRefusal(response)) {
      for (const [symbol, answer] of response) answers.set(symbol, answer);
    } else if (batch.length === 1 || !response.maybeOneSymbol) {
      answerAll(batch, response);
    } else {
      const named = namedSymbols(batch, response);
      answerAll(named, response);
      batches.unshift(...smallerBatches(batch, named));
    }
  }
  return answers;
};

import type { RawAnswer } from './request-batch';
import type { Refusal } from '../http/refusal';
import { failure } from '../market-data/failure';

/** What came of one request: a reading for each symbol that the vendor said something of, or one no for all. */
export type RawAnswers = ReadonlyMap<string, RawAnswer> | Refusal;

/** Enough for one culprit among 250 that is not named (eight halvings, two requests each), and some that are. */
const MOST_REQUESTS = 24;

const isRefusal = (said: RawAnswers): said is Refusal => 'code' in said;

/**
 * Asks for a batch, and where the vendor refuses all of it for what may be one symbol, asks again without those that it
 * named, or else in halves, until the culprit stands alone: one bad symbol must not cost the quotes of other articles.
 *
 * @param ask one request for some of the symbols
 * @returns a reading for each symbol; none for those that the vendor answered nothing of
 */
export const splitRefusedBatch = async (
  symbols: readonly string[],
  ask: (symbols: readonly string[]) => Promise<RawAnswers>,
): Promise<Map<string, RawAnswer>> => {
  const readings = new Map<string, RawAnswer>();
  let requests = 0;

  const settle = (some: readonly string[], reading: RawAnswer): void => {
    for (const symbol of some) readings.set(symbol, reading);
  };

  const askFor = async (some: readonly string[]): Promise<void> => {
    if (requests >= MOST_REQUESTS) {
      // Which of them are at fault is not known: each may be asked for again, in another batch.
      settle(
        some,
        failure('bad-answer', 'The provider refused the request for several instruments beside this one.'),
      );
      return;
    }
    requests += 1;
    const said = await ask(some);
    if (!isRefusal(said)) {
      for (const [symbol, reading] of said) readings.set(symbol, reading);
      return;
    }
    if (some.length === 1 || !said.maybeOneSymbol) {
      settle(some, said);
      return;
    }
    const named = new Set(some.filter((symbol) => said.named?.includes(symbol)));
    // An answer that repeats the whole request names nobody.
    if (named.size > 0 && named.size < some.length) {
      settle([...named], said);
      await askFor(some.filter((symbol) => !named.has(symbol)));
      return;
    }
    const middle = Math.ceil(some.length / 2);
    await askFor(some.slice(0, middle));
    await askFor(some.slice(middle));
  };

  await askFor(symbols);
  return readings;
};

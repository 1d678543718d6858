import { formatInstrument, type Instrument } from '../instruments/instrument';
import { failAll, failure } from './failures';
import type { QuoteOutcome, QuoteProvider } from './provider';
import { createQuoteCache } from './quote-cache';

/** A quote or a reason, and which provider it is from. */
export type Outcome = QuoteOutcome & { provider: string; attribution: string };

export interface QuoteDeskOptions {
  provider: QuoteProvider;
  /** Asked for what the first could not answer. */
  fallback?: QuoteProvider;
  ttlMs?: number;
  failureTtlMs?: number;
  maxEntries?: number;
  /** How long a first request waits for others to join its batch. */
  gatherMs?: number;
  /** How long a provider may take; then every instrument of the batch has failed. */
  timeoutMs?: number;
  now?: () => number;
}

interface Waiting {
  instrument: Instrument;
  resolve(outcome: Outcome): void;
}

/** Reasons that another provider may not have. */
const mayKnowBetter = (outcome: QuoteOutcome | undefined): boolean => !outcome || 'failure' in outcome;

/**
 * The one place that asks providers. Requests of the same moment are gathered into batches as large as the
 * provider allows, an instrument is asked for once however many wait for it, and what was said stays for some
 * seconds: quotas are charged per symbol.
 */
export const createQuoteDesk = ({
  provider,
  fallback,
  ttlMs = 5_000,
  failureTtlMs = 1_000,
  maxEntries = 5_000,
  gatherMs = 5,
  timeoutMs = 10_000,
  now = Date.now,
}: QuoteDeskOptions) => {
  const cache = createQuoteCache({ ttlMs, failureTtlMs, maxEntries, now });
  const underWay = new Map<string, Promise<Outcome>>();
  let gathering: Waiting[] = [];

  const ask = async (from: QuoteProvider, instruments: Instrument[]): Promise<Map<string, QuoteOutcome>> => {
    const abort = new AbortController();
    const late = failAll(instruments, failure('timeout', 'The provider did not answer in time.'));
    let timer: NodeJS.Timeout | undefined;
    // A provider that ignores the signal must not hold anyone up.
    const timeout = new Promise<Map<string, QuoteOutcome>>((resolve) => {
      timer = setTimeout(() => {
        abort.abort();
        resolve(late);
      }, timeoutMs);
    });
    try {
      return await Promise.race([from.getQuotes({ instruments, signal: abort.signal }), timeout]);
    } catch {
      // Whatever it threw may hold a key or a vendor's text: it is not repeated.
      return failAll(instruments, failure('bad-answer', `The provider “${from.name}” failed.`));
    } finally {
      clearTimeout(timer);
    }
  };

  const answerBatch = async (batch: Waiting[]): Promise<void> => {
    const instruments = batch.map(({ instrument }) => instrument);
    const first = await ask(provider, instruments);
    const unanswered = instruments.filter((instrument) =>
      mayKnowBetter(first.get(formatInstrument(instrument))),
    );
    const second = fallback && unanswered.length > 0 ? await ask(fallback, unanswered) : undefined;

    for (const { instrument, resolve } of batch) {
      const named = formatInstrument(instrument);
      const other = second?.get(named);
      const from = fallback && other && 'quote' in other ? fallback : provider;
      const said = from === provider ? first.get(named) : other;
      const none = { failure: failure('unknown-instrument', `The provider gave no answer for ${named}.`) };
      const outcome = { ...(said ?? none), provider: from.name, attribution: from.attribution };
      cache.set(named, outcome);
      underWay.delete(named);
      resolve(outcome);
    }
  };

  const flush = (): void => {
    const waiting = gathering;
    gathering = [];
    const size = Math.max(1, Math.min(provider.maxBatch, fallback?.maxBatch ?? Infinity));
    for (let start = 0; start < waiting.length; start += size)
      void answerBatch(waiting.slice(start, start + size));
  };

  const request = (instrument: Instrument, again: boolean): Promise<Outcome> => {
    const named = formatInstrument(instrument);
    const known = cache.get(named);
    if (known && !(again && 'failure' in known)) return Promise.resolve(known);
    const asked = underWay.get(named);
    if (asked) return asked;
    const promise = new Promise<Outcome>((resolve) => {
      if (gathering.length === 0) setTimeout(flush, gatherMs);
      gathering.push({ instrument, resolve });
    });
    underWay.set(named, promise);
    return promise;
  };

  return {
    /**
     * A quote or a reason for each instrument, by `XNAS:MSFT`. Never rejects.
     *
     * @param timeoutMs how long the caller waits; what is not there by then has failed for this caller alone
     * @param again whether to ask anew for what failed a moment ago
     */
    async getQuotes(
      instruments: readonly Instrument[],
      { timeoutMs: patience, again = false }: { timeoutMs?: number; again?: boolean } = {},
    ): Promise<Map<string, Outcome>> {
      const answers = new Map<string, Outcome>();
      const all = Promise.all(
        instruments.map(async (instrument) => {
          answers.set(formatInstrument(instrument), await request(instrument, again));
        }),
      );
      if (patience === undefined) {
        await all;
        return answers;
      }
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([all, enough]);
      clearTimeout(timer);
      const { name, attribution } = provider;
      for (const instrument of instruments) {
        const named = formatInstrument(instrument);
        if (!answers.has(named)) {
          const late = failure('timeout', 'The provider did not answer in time.');
          answers.set(named, { failure: late, provider: name, attribution });
        }
      }
      return new Map(answers);
    },
  };
};

export type QuoteDesk = ReturnType<typeof createQuoteDesk>;

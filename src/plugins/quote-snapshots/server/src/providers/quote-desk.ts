import { chunksOf } from '../chunks-of';
import { formatInstrument, type Instrument } from '../instruments/instrument';
import { failure } from './failures';
import { guardProvider, WHOLESALE, type GuardedProvider, type ProviderHealth } from './guarded-provider';
import type { FailureCode, QuoteOutcome, QuoteProvider } from './provider';
import { createQuoteCache } from './quote-cache';
import { createMemoryLedger, type Priority, type QuotaLedger } from './quota';

/** A quote or a reason, which provider it is from, and whether it is as of the moment asked for. */
export type Outcome = QuoteOutcome & { provider: string; attribution: string; asOf: Date | null };

export interface QuoteDeskOptions {
  provider: QuoteProvider;
  /** Asked for what the first could not answer. */
  fallback?: QuoteProvider;
  ttlMs?: number;
  failureTtlMs?: number;
  visitorTtlMs?: number;
  /** How much of each cap of the plan may be spent before visitors have to stop, from 0 to 1. */
  visitorShare?: number;
  maxEntries?: number;
  /** How long a first request waits for others to join its batch. */
  gatherMs?: number;
  /** How long a provider may take; then every instrument of the batch has failed. */
  timeoutMs?: number;
  /** Where spent quota is written down; in this process where none is given. */
  ledger?: QuotaLedger;
  now?: () => number;
}

export interface QuoteRequestOptions {
  /** How long the caller waits; what is not there by then has failed for this caller alone. */
  timeoutMs?: number;
  /** Whether to ask anew for what failed a moment ago. */
  again?: boolean;
  /** Retries and visitors are asked for beside publications, and within less of the quota. */
  priority?: Priority;
  /** The moment to answer for, to the minute; now where it is absent, or where no provider can. */
  asOf?: Date;
}

/** What can share a batch: the same moment, for the same kind of caller. */
interface Batch {
  asOf: Date | undefined;
  priority: Priority;
  /** How many of them the first provider takes in one request. */
  size: number;
  waiting: { instrument: Instrument; key: string; resolve(outcome: Outcome): void }[];
}

const MINUTE_MS = 60_000;

/**
 * Whether a failure says something of the instrument. The others may be the caller's alone: a retry or a visitor is
 * refused by a quota where a publication would not be.
 */
const isAboutInstrument = (code: FailureCode): boolean => !WHOLESALE.includes(code);

/**
 * The one place that asks providers. Requests of the same moment are gathered into batches as large as the
 * provider allows, an instrument is asked for once however many wait for it, and what was said stays for some
 * seconds: quotas are charged per symbol.
 */
export const createQuoteDesk = ({
  provider,
  fallback,
  ttlMs = 10_000,
  failureTtlMs = 1_000,
  visitorTtlMs = 60_000,
  visitorShare,
  maxEntries = 5_000,
  gatherMs = 1,
  timeoutMs = 10_000,
  ledger = createMemoryLedger(),
  now = Date.now,
}: QuoteDeskOptions) => {
  const cache = createQuoteCache({ ttlMs, failureTtlMs, visitorTtlMs, maxEntries, now });
  const underWay: Record<Priority, Map<string, Promise<Outcome>>> = {
    publication: new Map(),
    retry: new Map(),
    visitor: new Map(),
  };
  const gathering = new Map<string, Batch>();
  const guard = (guarded: QuoteProvider) => guardProvider(guarded, { ledger, timeoutMs, now, visitorShare });
  const first = guard(provider);
  const second = fallback ? guard(fallback) : undefined;
  const canAnswerAsOf = (mic: string): boolean => first.answersAsOf(mic) || second?.answersAsOf(mic) === true;

  /** What one provider says, in requests of the size that it takes; of now where it cannot tell of a past minute. */
  const askAll = async (
    from: GuardedProvider,
    instruments: readonly Instrument[],
    { asOf, priority }: Batch,
  ): Promise<Map<string, QuoteOutcome>> => {
    const ofThen = ({ mic }: Instrument): boolean => asOf !== undefined && from.answersAsOf(mic);
    const ask = (some: readonly Instrument[], moment: Date | undefined) =>
      chunksOf(some, from.batchSize(moment)).map((chunk) => from.ask(chunk, { asOf: moment, priority }));
    const said = await Promise.all([
      ...ask(instruments.filter(ofThen), asOf),
      ...ask(
        instruments.filter((instrument) => !ofThen(instrument)),
        undefined,
      ),
    ]);
    return new Map(said.flatMap((outcomes) => [...outcomes]));
  };

  const answerBatch = async (batch: Batch): Promise<void> => {
    const instruments = batch.waiting.map(({ instrument }) => instrument);
    const said = await askAll(first, instruments, batch);
    const unanswered = instruments.filter((instrument) => {
      const outcome = said.get(formatInstrument(instrument));
      return !outcome || 'failure' in outcome;
    });
    const other = second && unanswered.length > 0 ? await askAll(second, unanswered, batch) : undefined;

    for (const { instrument, key, resolve } of batch.waiting) {
      const named = formatInstrument(instrument);
      const instead = other?.get(named);
      const from = second && instead && 'quote' in instead ? second : first;
      const none = { failure: failure('unknown-instrument', `The provider gave no answer for ${named}.`) };
      const answer = (from === first ? said.get(named) : instead) ?? none;
      const asOf = from.answersAsOf(instrument.mic) ? (batch.asOf ?? null) : null;
      const outcome = { ...answer, provider: from.name, attribution: from.attribution(), asOf };
      if ('quote' in outcome || batch.priority === 'publication' || isAboutInstrument(outcome.failure.code))
        cache.set(key, outcome);
      underWay[batch.priority].delete(key);
      resolve(outcome);
    }
  };

  const join = (instrument: Instrument, key: string, asOf: Date | undefined, priority: Priority) =>
    new Promise<Outcome>((resolve) => {
      const size = first.batchSize(first.answersAsOf(instrument.mic) ? asOf : undefined);
      const name = `${priority}|${asOf?.getTime() ?? 'now'}|${size}`;
      let batch = gathering.get(name);
      if (!batch) {
        const begun: Batch = { asOf, priority, size, waiting: [] };
        batch = begun;
        gathering.set(name, begun);
        setTimeout(() => {
          gathering.delete(name);
          // Requests of the first provider's size, each followed by the fallback on its own: one slow request holds
          // up no other's answers.
          for (const waiting of chunksOf(begun.waiting, size)) void answerBatch({ ...begun, waiting });
        }, gatherMs);
      }
      batch.waiting.push({ instrument, key, resolve });
    });

  /** @returns the answer itself where it is known already */
  const request = (
    instrument: Instrument,
    { again = false, priority = 'publication', asOf }: QuoteRequestOptions,
  ): Outcome | Promise<Outcome> => {
    const moment =
      asOf && canAnswerAsOf(instrument.mic)
        ? new Date(Math.floor(asOf.getTime() / MINUTE_MS) * MINUTE_MS)
        : undefined;
    const key = `${formatInstrument(instrument)}|${moment?.getTime() ?? ''}`;
    const known = cache.get(key, priority);
    if (known && !(again && 'failure' in known)) return known;
    const asked = underWay.publication.get(key) ?? underWay[priority].get(key);
    if (asked) return asked;
    const promise = join(instrument, key, moment, priority);
    underWay[priority].set(key, promise);
    return promise;
  };

  return {
    /** Whether any of the providers can answer for a past minute, of some market at least. */
    answersAsOf: provider.answersAsOf || fallback?.answersAsOf === true,

    /** Whether any of them can, of a market (MIC). */
    canAnswerAsOf,

    /** The quotes of now that are known already, by `XNAS:MSFT`: what a publication would be answered. Asks nobody. */
    known(instruments: readonly Instrument[]): Map<string, Outcome> {
      const answers = new Map<string, Outcome>();
      for (const instrument of instruments) {
        const named = formatInstrument(instrument);
        const answer = cache.get(`${named}|`, 'publication');
        if (answer && 'quote' in answer) answers.set(named, answer);
      }
      return answers;
    },

    /** A quote or a reason for each instrument, by `XNAS:MSFT`. Never rejects. */
    async getQuotes(
      instruments: readonly Instrument[],
      options: QuoteRequestOptions = {},
    ): Promise<Map<string, Outcome>> {
      const answers = new Map<string, Outcome>();
      const asked: Promise<void>[] = [];
      for (const instrument of instruments) {
        const named = formatInstrument(instrument);
        const answer = request(instrument, options);
        if (answer instanceof Promise) asked.push(answer.then((outcome) => void answers.set(named, outcome)));
        else answers.set(named, answer);
      }
      if (asked.length === 0) return answers;
      const all = Promise.all(asked);
      if (options.timeoutMs === undefined) {
        await all;
        return answers;
      }
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, options.timeoutMs);
      });
      await Promise.race([all, enough]);
      clearTimeout(timer);
      const { name, attribution } = provider;
      for (const instrument of instruments) {
        const named = formatInstrument(instrument);
        if (!answers.has(named)) {
          const late = failure('timeout', 'The provider did not answer in time.');
          answers.set(named, { failure: late, provider: name, attribution, asOf: null });
        }
      }
      return new Map(answers);
    },

    /** How each provider is doing, the first one first. */
    health: (): Promise<ProviderHealth[]> =>
      Promise.all([first, ...(second ? [second] : [])].map((guarded) => guarded.health())),
  };
};

export type QuoteDesk = ReturnType<typeof createQuoteDesk>;

import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { failure } from '../market-data/failure';
import type { FailureCode, QuoteAnswer } from '../market-data/quote';
import type { Priority } from '../quotas/quota';
import { createMemoryLedger, type QuotaLedger } from '../quotas/quota-ledger';
import { answersAsOf } from './answers-as-of';
import { chunksOf } from '../../chunks-of';
import type { DeskAnswer } from './desk-answer';
import {
  batchSize,
  createProviderClient,
  providerHealth,
  requestQuotes,
  type ProviderClient,
  type ProviderHealth,
} from './provider-client';
import { REQUEST_FAILURE_CODES } from './provider-policies';
import { cacheAnswer, cachedAnswer, type QuoteCache } from './quote-cache';
import type { QuoteProvider } from '../quote-provider';

export interface QuoteDeskOptions {
  provider: QuoteProvider;
  /** The provider that is asked when the first one has no answer. */
  fallback?: QuoteProvider | undefined;
  ttlMs?: number;
  failureTtlMs?: number;
  visitorTtlMs?: number;
  /** How much of each limit of the plan may be used before visitors get no more quotes, from 0 to 1. */
  visitorShare?: number;
  maxEntries?: number;
  /** How long a first request waits for others to join its batch. */
  gatherMs?: number;
  /** How long one request to a provider may take. After that every instrument in it has failed. */
  timeoutMs?: number;
  /** Where used quota is recorded; by default in this process. */
  ledger?: QuotaLedger;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface DeskRequestOptions {
  /** How long the caller waits. An instrument without an answer by then fails for this caller only. */
  timeoutMs?: number;
  /** Whether to request instruments again that failed a moment ago. */
  again?: boolean;
  /** Retries and visitors have less of the quota, and their own slots. */
  priority?: Priority;
  /** The instant of the quotes, to the minute. Now if it is absent, or if no provider can answer for it. */
  asOf?: Date;
}

/** The common properties of a batch: the same instant, for the same kind of caller. */
interface Batch {
  asOf: Date | undefined;
  priority: Priority;
  waiting: { instrument: Instrument; key: string; resolve(answer: DeskAnswer): void }[];
}

interface Desk {
  readonly first: ProviderClient;
  readonly fallback: ProviderClient | undefined;
  readonly cache: QuoteCache;
  readonly gatherMs: number;
  /** Requests without an answer yet, by cache key. */
  readonly pending: Readonly<Record<Priority, Map<string, Promise<DeskAnswer>>>>;
  /** Batches that others can still join. */
  readonly gathering: Map<string, Batch>;
}

const MINUTE_MS = 60_000;

/**
 * Whether a failure is about the instrument. Other failures may concern only the caller: the quota may refuse a retry or a visitor
 * but still allow a publication.
 */
const isAboutInstrument = (code: FailureCode): boolean => !REQUEST_FAILURE_CODES.includes(code);

const canAnswerAsOf = ({ first, fallback }: Desk, mic: string): boolean =>
  answersAsOf(first.provider, mic) || (fallback !== undefined && answersAsOf(fallback.provider, mic));

/** One provider's answers, in requests of its size. If it cannot answer as of the batch's minute, present quotes. */
const requestFrom = async (
  client: ProviderClient,
  instruments: readonly Instrument[],
  { asOf, priority }: Batch,
): Promise<Map<string, QuoteAnswer>> => {
  const isAsOf = ({ mic }: Instrument): boolean => asOf !== undefined && answersAsOf(client.provider, mic);
  const request = (some: readonly Instrument[], moment: Date | undefined) =>
    chunksOf(some, batchSize(client, moment)).map((batch) =>
      requestQuotes(client, batch, { asOf: moment, priority }),
    );
  const answers = await Promise.all([
    ...request(instruments.filter(isAsOf), asOf),
    ...request(
      instruments.filter((instrument) => !isAsOf(instrument)),
      undefined,
    ),
  ]);
  return new Map(answers.flatMap((some) => [...some]));
};

const isAnswered = (answer: QuoteAnswer | undefined): boolean => answer !== undefined && 'quote' in answer;

/** Requests a batch from the first provider, and the instruments without an answer from the fallback. */
const sendBatch = async (desk: Desk, batch: Batch): Promise<void> => {
  const { first, fallback } = desk;
  const instruments = batch.waiting.map(({ instrument }) => instrument);
  const answers = await requestFrom(first, instruments, batch);
  const unanswered = instruments.filter(
    (instrument) => !isAnswered(answers.get(formatInstrument(instrument))),
  );
  const fallbackAnswers =
    fallback && unanswered.length > 0 ? await requestFrom(fallback, unanswered, batch) : undefined;

  for (const { instrument, key, resolve } of batch.waiting) {
    const id = formatInstrument(instrument);
    const fallbackAnswer = fallbackAnswers?.get(id);
    const { provider } = fallback && isAnswered(fallbackAnswer) ? fallback : first;
    const answer = (provider === first.provider ? answers.get(id) : fallbackAnswer) ?? {
      failure: failure('unknown-instrument', `The provider gave no answer for ${id}.`),
    };
    const asOf = answersAsOf(provider, instrument.mic) ? (batch.asOf ?? null) : null;
    const deskAnswer = { ...answer, provider: provider.name, attribution: provider.attribution, asOf };
    if ('quote' in answer || batch.priority === 'publication' || isAboutInstrument(answer.failure.code))
      cacheAnswer(desk.cache, key, deskAnswer);
    desk.pending[batch.priority].delete(key);
    resolve(deskAnswer);
  }
};

/** Adds an instrument to the open batch, or starts one that is sent after `gatherMs`. */
const joinBatch = (
  desk: Desk,
  instrument: Instrument,
  key: string,
  { asOf, priority }: Pick<Batch, 'asOf' | 'priority'>,
): Promise<DeskAnswer> =>
  new Promise((resolve) => {
    const size = batchSize(desk.first, answersAsOf(desk.first.provider, instrument.mic) ? asOf : undefined);
    const batchKey = `${priority}|${asOf?.getTime() ?? 'now'}|${size}`;
    const gathering = desk.gathering.get(batchKey);
    const batch = gathering ?? { asOf, priority, waiting: [] };
    batch.waiting.push({ instrument, key, resolve });
    if (gathering) return;
    desk.gathering.set(batchKey, batch);
    setTimeout(() => {
      desk.gathering.delete(batchKey);
      // Each request of the first provider's size has its own request to the fallback, so that a slow one does not delay the
      // answers of others.
      for (const waiting of chunksOf(batch.waiting, size)) void sendBatch(desk, { ...batch, waiting });
    }, desk.gatherMs);
  });

/** @returns the answer itself, without a promise, if it is cached */
const requestQuote = (
  desk: Desk,
  instrument: Instrument,
  { again = false, priority = 'publication', asOf }: DeskRequestOptions,
): DeskAnswer | Promise<DeskAnswer> => {
  const minute =
    asOf && canAnswerAsOf(desk, instrument.mic)
      ? new Date(Math.floor(asOf.getTime() / MINUTE_MS) * MINUTE_MS)
      : undefined;
  const key = `${formatInstrument(instrument)}|${minute?.getTime() ?? ''}`;
  const cached = cachedAnswer(desk.cache, key, priority);
  if (cached && !(again && 'failure' in cached)) return cached;
  const pending = desk.pending.publication.get(key) ?? desk.pending[priority].get(key);
  if (pending) return pending;
  const promise = joinBatch(desk, instrument, key, { asOf: minute, priority });
  desk.pending[priority].set(key, promise);
  return promise;
};

/** Resolves when the work is done, or after this time. */
const settleWithin = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, elapsed]);
  clearTimeout(timer);
};

const getQuotes = async (
  desk: Desk,
  instruments: readonly Instrument[],
  options: DeskRequestOptions = {},
): Promise<Map<string, DeskAnswer>> => {
  const answers = new Map<string, DeskAnswer>();
  const pending: Promise<void>[] = [];
  for (const instrument of instruments) {
    const id = formatInstrument(instrument);
    const answer = requestQuote(desk, instrument, options);
    if (answer instanceof Promise) pending.push(answer.then((late) => void answers.set(id, late)));
    else answers.set(id, answer);
  }
  if (pending.length === 0) return answers;
  const all = Promise.all(pending);
  if (options.timeoutMs === undefined) {
    await all;
    return answers;
  }
  await settleWithin(all, options.timeoutMs);
  const { name, attribution } = desk.first.provider;
  for (const id of instruments.map(formatInstrument)) {
    if (answers.has(id)) continue;
    const late = failure('timeout', 'The provider did not answer in time.');
    answers.set(id, { failure: late, provider: name, attribution, asOf: null });
  }
  // A copy, so that later answers do not change the caller's map.
  return new Map(answers);
};

const knownQuotes = (desk: Desk, instruments: readonly Instrument[]): Map<string, DeskAnswer> => {
  const answers = new Map<string, DeskAnswer>();
  for (const id of instruments.map(formatInstrument)) {
    const answer = cachedAnswer(desk.cache, `${id}|`, 'publication');
    if (answer && 'quote' in answer) answers.set(id, answer);
  }
  return answers;
};

/**
 * Gathers requests for the same instant into batches as large as the provider allows, requests an instrument once for all callers
 * that wait for it, and caches answers for some seconds, because vendors charge quota for each symbol.
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
  const client = (of: QuoteProvider) => createProviderClient(of, { ledger, timeoutMs, now, visitorShare });
  const desk: Desk = {
    first: client(provider),
    fallback: fallback && client(fallback),
    cache: { ttlMs, failureTtlMs, visitorTtlMs, maxEntries, now, entries: new Map() },
    gatherMs,
    pending: { publication: new Map(), retry: new Map(), visitor: new Map() },
    gathering: new Map(),
  };
  return {
    /** Whether any provider can answer as of a past minute, for at least one market. */
    answersAsOf: provider.answersAsOf || fallback?.answersAsOf === true,
    /** Whether any provider can answer as of a past minute for this market (MIC). */
    canAnswerAsOf: (mic: string): boolean => canAnswerAsOf(desk, mic),
    /** A quote or a failure for each instrument, by `XNAS:MSFT`. Never rejects. */
    getQuotes: (instruments: readonly Instrument[], options?: DeskRequestOptions) =>
      getQuotes(desk, instruments, options),
    /** The quotes that are known from the last seconds, by `XNAS:MSFT`, as a publication would get them. Requests nothing. */
    known: (instruments: readonly Instrument[]) => knownQuotes(desk, instruments),
    /** The state of each provider, the first one first. */
    health: (): Promise<ProviderHealth[]> =>
      Promise.all([desk.first, ...(desk.fallback ? [desk.fallback] : [])].map(providerHealth)),
  };
};

/** The only place that asks providers for quotes. */
export type QuoteDesk = ReturnType<typeof createQuoteDesk>;

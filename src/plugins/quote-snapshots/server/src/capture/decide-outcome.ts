import type { Answer } from './answer';
import { failure } from '../providers/market-data/failure';
import type { QuoteFailure } from '../providers';
import { codedReason, NO_REASON, type ReasonCode, type StoredReason } from '../reasons/reason';
import { backoffMs } from './backoff';
import {
  ageOf,
  cannotTellThen,
  isTooLate,
  LATE_AFTER_MS,
  minutesOf,
  tooLate,
  type LatePolicy,
} from './late-quotes';
import { currentKey, type WaitingRow } from '../store/snapshot-row';
import type { CaptureOutcome } from '../store/statements/write-outcomes';

/** The figures of a row that has none. */
export const NO_FIGURES = {
  price: null,
  previousClose: null,
  change: null,
  changePercent: null,
  priceDecimals: null,
  quoteUnit: null,
  marketState: null,
  quotedAt: null,
  capturedAt: null,
  delayMinutes: null,
  lateMinutes: null,
  provider: null,
  attribution: null,
} as const;

/** Whether a figure is from a later time than the minute of publication. */
const isLate = ({ asOf }: Answer, age: number): boolean => asOf === null && age > LATE_AFTER_MS;

/**
 * The reason that readers see with a captured figure. It says that the figure was captured again (but not why), and whether it is
 * late.
 */
const remarks = (row: WaitingRow, answer: Answer, age: number): StoredReason => {
  const elapsed = { age: minutesOf(age) };
  if (row.correction !== null) {
    if (age <= LATE_AFTER_MS) return codedReason('captured-again');
    return isLate(answer, age)
      ? codedReason('captured-again-late', elapsed)
      : codedReason('captured-again-as-of');
  }
  if (age <= LATE_AFTER_MS) return NO_REASON;
  return codedReason(isLate(answer, age) ? 'late' : 'as-of', elapsed);
};

export interface DecisionOptions {
  /** When the answer came, by the clock of this process. */
  now: Date;
  /** The same time by the clock of the database. The next attempt is due from it. Without it, `now` is used. */
  dueFrom?: Date;
  /** A snapshot without a figure is given up this long after its row was created. */
  giveUpAfterMs: number;
  /** The late quotes that are taken. */
  late: LatePolicy;
  /** Whether a provider can give the price at the minute of publication. */
  canTellThen: boolean;
  /** From 0 to 1, for the time of the next attempt. */
  random: number;
}

/**
 * Decides the outcome of a pending row from the answer of the provider. All outcomes have the same keys, so that one statement can
 * write many of them. No outcome has a lease.
 *
 * Rows are built with `Object.assign` here and in `plan-record.ts`. With a spread, each key after it takes Node 20 three
 * microseconds, which is a millisecond for ten rows of forty keys.
 */
export const decideOutcome = (row: WaitingRow, answer: Answer, options: DecisionOptions): CaptureOutcome => {
  const { now, dueFrom = now, giveUpAfterMs, late, canTellThen, random } = options;
  const age = ageOf(row, now);
  const attempts = row.attempts + 1;
  const base = {
    id: row.id,
    documentId: row.documentId,
    supersedes: row.supersedes,
    relatedKey: row.relatedKey,
    name: row.name,
    exchange: row.exchange,
    currency: row.currency,
    attempts,
    leaseOwner: null,
    leaseUntil: null,
    nextAttemptAt: null,
  };
  /** A current row stays current and gives the reason why it has no figure. A replacement gives up its key. */
  const unavailable = (failureCode: string, reason: StoredReason): CaptureOutcome =>
    Object.assign({}, base, NO_FIGURES, reason, {
      state: 'unavailable' as const,
      failureCode,
      current: row.current,
      currentKey: row.current ? row.currentKey : null,
    });

  const failed = (reason: QuoteFailure, told: ReasonCode = reason.code): CaptureOutcome => {
    const { code, retryable } = reason;
    if (!retryable) return unavailable(code, codedReason(told));
    const asked = now.getTime() - new Date(row.createdAt).getTime();
    if (asked >= giveUpAfterMs)
      return unavailable(code, codedReason(told, { then: 'given-up', age: minutesOf(asked) }));
    const wait = Math.min(backoffMs(attempts, reason, random), giveUpAfterMs - asked);
    return Object.assign({}, base, NO_FIGURES, codedReason(told), {
      state: 'pending' as const,
      failureCode: code,
      nextAttemptAt: new Date(dueFrom.getTime() + wait),
      current: row.current,
      currentKey: row.currentKey,
    });
  };

  if ('failure' in answer) {
    const { failure: reason } = answer;
    // If present quotes are never taken, the provider is asked again: it may be able to answer once its key is corrected.
    const cannotBeHad = !canTellThen || (late.mode === 'live' && cannotTellThen(answer));
    if (reason.retryable && cannotBeHad && isTooLate(row, late, age))
      return unavailable(reason.code, codedReason(reason.code, tooLate(late, age)));
    return failed(reason);
  }

  if (isLate(answer, age) && isTooLate(row, late, age)) {
    return canTellThen && late.mode === 'never'
      ? failed(failure('no-price', 'Only a quote of now could be had.'), 'only-late')
      : unavailable('late', codedReason('only-late', tooLate(late, age)));
  }
  const { quote, provider, attribution } = answer;
  if (row.currency && row.currency !== quote.currency) {
    const listing = row.exchange ? `${row.symbol} (${row.exchange})` : (row.instrument ?? row.symbol);
    const params = { listing, quoted: quote.currency, expected: row.currency };
    return unavailable('wrong-listing', codedReason('currency-differs', params));
  }
  const publication = { type: row.relatedType, documentId: row.relatedDocumentId, locale: row.relatedLocale };
  return Object.assign({}, base, remarks(row, answer, age), {
    name: row.name ?? quote.name,
    exchange: row.exchange ?? quote.exchange,
    price: quote.price,
    previousClose: quote.previousClose,
    change: quote.change,
    changePercent: quote.changePercent,
    priceDecimals: quote.priceDecimals,
    currency: quote.currency,
    quoteUnit: quote.quoteUnit,
    marketState: quote.marketState,
    quotedAt: quote.quotedAt,
    capturedAt: now,
    delayMinutes: quote.delayMinutes,
    lateMinutes: isLate(answer, age) ? Math.floor(age / 60_000) : null,
    provider,
    attribution,
    state: 'captured' as const,
    failureCode: null,
    current: true,
    currentKey: currentKey(publication, row.instrument ?? ''),
  });
};

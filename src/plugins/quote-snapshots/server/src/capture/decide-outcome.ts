import type { Answer } from './answer';
import { failure } from '../providers/market-data/failure';
import type { QuoteFailure } from '../providers';
import { backoffMs } from './backoff';
import {
  ageOf,
  cannotTellThen,
  inWords,
  isTooLate,
  LATE_AFTER_MS,
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

/** Whether a figure is of a later moment than the minute of publication. */
const isLate = ({ asOf }: Answer, age: number): boolean => asOf === null && age > LATE_AFTER_MS;

/** What readers are told of a captured figure: that it was captured again (not why), and that it is late. */
const remarks = (row: WaitingRow, answer: Answer, age: number): string | null => {
  if (row.correction !== null) {
    if (age <= LATE_AFTER_MS) return 'Captured again.';
    return isLate(answer, age)
      ? `Captured again, ${inWords(age)} after publication.`
      : 'Captured again, as of the minute of publication.';
  }
  if (age <= LATE_AFTER_MS) return null;
  return isLate(answer, age)
    ? `Late: captured ${inWords(age)} after publication.`
    : `Taken ${inWords(age)} after publication, as of the minute of publication.`;
};

export interface DecisionOptions {
  /** Our time of the answer. */
  now: Date;
  /** The same by the database's clock, from which the next attempt is due; `now` where it is not known. */
  dueFrom?: Date;
  /** How long after its row was made a snapshot is given up. */
  giveUpAfterMs: number;
  /** Which late quotes are taken. */
  late: LatePolicy;
  /** Whether a provider can tell what the price was at the minute of publication. */
  canTellThen: boolean;
  /** From 0 to 1, for the time of the next attempt. */
  random: number;
}

/**
 * Decides what becomes of a pending row once the provider has answered. All outcomes have the same keys, so that many
 * fit in one statement, and none has a lease.
 *
 * Rows are built with `Object.assign` here and in `plan-publication.ts`: each key after a spread takes Node 20 three
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
  /** A current row stays current and says why it has no figure; a replacement gives up its key. */
  const unavailable = (failureCode: string, reason: string): CaptureOutcome =>
    Object.assign({}, base, NO_FIGURES, {
      state: 'unavailable' as const,
      failureCode,
      reason,
      current: row.current,
      currentKey: row.current ? row.currentKey : null,
    });

  const failed = ({ retryable, ...reason }: QuoteFailure): CaptureOutcome => {
    const { code, message } = reason;
    if (!retryable) return unavailable(code, message);
    const asked = now.getTime() - new Date(row.createdAt).getTime();
    if (asked >= giveUpAfterMs) return unavailable(code, `${message} Given up after ${inWords(asked)}.`);
    const wait = Math.min(backoffMs(attempts, reason, random), giveUpAfterMs - asked);
    return Object.assign({}, base, NO_FIGURES, {
      state: 'pending' as const,
      failureCode: code,
      reason: message,
      nextAttemptAt: new Date(dueFrom.getTime() + wait),
      current: row.current,
      currentKey: row.currentKey,
    });
  };

  if ('failure' in answer) {
    const { failure: reason } = answer;
    // Where quotes of now are never taken, the provider may still tell once its key is corrected.
    const cannotBeHad = !canTellThen || (late.mode === 'live' && cannotTellThen(answer));
    if (reason.retryable && cannotBeHad && isTooLate(row, late, age))
      return unavailable(reason.code, `${reason.message} ${tooLate(late, age)}`);
    return failed(reason);
  }

  if (isLate(answer, age) && isTooLate(row, late, age)) {
    const reason = `Only a quote of now could be had. ${tooLate(late, age)}`;
    return canTellThen && late.mode === 'never'
      ? failed(failure('no-price', reason))
      : unavailable('late', reason);
  }
  const { quote, provider, attribution } = answer;
  if (row.currency && row.currency !== quote.currency) {
    const reason = `The provider quotes ${row.instrument} in ${quote.currency}, but its ticker says ${row.currency}: another listing may be meant. Correct the ticker's currency or symbol, then capture again.`;
    return unavailable('wrong-listing', reason);
  }
  const publication = { type: row.relatedType, documentId: row.relatedDocumentId, locale: row.relatedLocale };
  return Object.assign({}, base, {
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
    reason: remarks(row, answer, age),
    current: true,
    currentKey: currentKey(publication, row.instrument ?? ''),
  });
};

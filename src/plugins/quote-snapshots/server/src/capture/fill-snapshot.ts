import type { Outcome as Answer } from '../providers/quote-desk';
import { backoffMs } from './backoff';
import { currentKey, type WaitingRow } from './snapshot-row';
import type { Outcome } from './write-outcomes';

/** A price taken within a minute of publication is of that minute, the finest moment a provider can be asked for. */
export const LATE_AFTER_MS = 60_000;

export type { Answer };

const NO_FIGURES = {
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
  provider: null,
  attribution: null,
} as const;

/** `3 minutes`, `2 hours`, `1 day`: in whole units, the largest that fits. */
export const inWords = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / (24 * 60)), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

const since = (moment: Date | string, now: Date): number => now.getTime() - new Date(moment).getTime();

/** What a reader of a captured figure must know: that it was captured again, and that it is late. */
const remarks = (row: WaitingRow, { asOf }: Answer, now: Date): string | null => {
  const age = since(row.relatedPublishedAt, now);
  const late = asOf
    ? `Taken ${inWords(age)} after publication, as of the minute of publication.`
    : `Late: captured ${inWords(age)} after publication.`;
  const said = [
    ...(row.correction ? [`Captured again: ${row.correction}`] : []),
    ...(age > LATE_AFTER_MS ? [late] : []),
  ];
  return said.length > 0 ? said.join(' ') : null;
};

export interface FillOptions {
  /** Our time of the answer. */
  now: Date;
  /** The same by the database's clock, which says when the next attempt is due; ours where it is not known. */
  dueFrom?: Date;
  /** How long after its row was made a snapshot is given up. */
  giveUpAfterMs: number;
  /** From 0 to 1, for the time of the next attempt. */
  random: number;
}

/**
 * What becomes of a pending row once the provider has answered. Every outcome has the same keys, so that many
 * fit in one statement; none has a lease any more.
 *
 * Rows are put together with `Object.assign` here and wherever a publication makes them: each key that follows a
 * spread costs Node 20 three microseconds, and ten rows of forty keys a millisecond.
 */
export const fillSnapshot = (row: WaitingRow, answer: Answer, options: FillOptions): Outcome => {
  const { now, dueFrom = now, giveUpAfterMs, random } = options;
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
  /** A row that waited to replace another one is out of the race; one that is current stays so, and says why. */
  const unavailable = (failureCode: string, reason: string): Outcome =>
    Object.assign({}, base, NO_FIGURES, {
      state: 'unavailable' as const,
      failureCode,
      reason,
      current: row.current,
      currentKey: row.current ? row.currentKey : null,
    });

  if ('failure' in answer) {
    const { code, retryable, message } = answer.failure;
    if (!retryable) return unavailable(code, message);
    const age = since(row.createdAt, now);
    if (age >= giveUpAfterMs) return unavailable(code, `${message} Given up after ${inWords(age)}.`);
    const wait = Math.min(backoffMs(attempts, answer.failure, random), giveUpAfterMs - age);
    return Object.assign({}, base, NO_FIGURES, {
      state: 'pending' as const,
      failureCode: code,
      reason: message,
      nextAttemptAt: new Date(dueFrom.getTime() + wait),
      current: row.current,
      currentKey: row.currentKey,
    });
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
    provider,
    attribution,
    state: 'captured' as const,
    failureCode: null,
    reason: remarks(row, answer, now),
    current: true,
    currentKey: currentKey(publication, row.instrument ?? ''),
  });
};

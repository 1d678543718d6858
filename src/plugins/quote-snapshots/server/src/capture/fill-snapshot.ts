import type { Quote, QuoteFailure } from '../providers/provider';
import { currentKey, type SnapshotRow } from './snapshot-row';
import type { Outcome } from './snapshot-store';

/** A price taken within a minute of publication is of that minute, the finest moment a provider can be asked for. */
export const LATE_AFTER_MS = 60_000;

/** After this long the moment of publication has passed for good, and an editor should decide. */
export const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

/** What the desk answered for one instrument, and who said so. */
export type Answer = { provider: string; attribution: string } & (
  | { quote: Quote }
  | { failure: QuoteFailure }
);

const FIGURES = {
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

/**
 * What becomes of a pending row once the provider has answered. Every outcome has the same keys, so that many
 * fit in one statement.
 *
 * @param now our time of the answer
 */
export const fillSnapshot = (row: SnapshotRow, answer: Answer, now: Date): Outcome => {
  const { type, documentId, locale } = {
    type: row.relatedType,
    documentId: row.relatedDocumentId,
    locale: row.relatedLocale,
  };
  const unchanged = {
    id: row.id,
    documentId: row.documentId,
    name: row.name,
    exchange: row.exchange,
    currency: row.currency,
    current: row.current,
    currentKey: row.currentKey,
  };
  const age = now.getTime() - new Date(row.relatedPublishedAt).getTime();

  if ('failure' in answer) {
    const { retryable, message } = answer.failure;
    const over = age > GIVE_UP_AFTER_MS;
    const reason = retryable && over ? `${message} Given up after ${inWords(age)}.` : message;
    return { ...unchanged, ...FIGURES, state: retryable && !over ? 'pending' : 'unavailable', reason };
  }

  const { quote, provider, attribution } = answer;
  if (row.currency && row.currency !== quote.currency) {
    const reason = `The provider quotes ${row.instrument} in ${quote.currency}, but its ticker says ${row.currency}: another listing may be meant. Correct the ticker's currency or symbol, then capture again.`;
    return { ...unchanged, ...FIGURES, state: 'unavailable', reason };
  }
  return {
    ...unchanged,
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
    state: 'captured',
    reason: age > LATE_AFTER_MS ? `Late: captured ${inWords(age)} after publication.` : null,
    current: true,
    currentKey: currentKey({ type, documentId, locale }, row.instrument ?? ''),
  };
};

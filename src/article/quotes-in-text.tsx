import type { ReactNode } from 'react';
import type { Snapshot } from './article';
import type { Labels } from './labels/labels';
import { Price } from './Price';
import { PriceChange } from './PriceChange';

/** A place in a text that names a listing, as the plugin finds it. */
export interface Mention {
  symbol: string;
  mic: string | null;
  candidates: string[];
  start: number;
  end: number;
}

export type FindMentions = (text: string) => Mention[];

export interface QuoteContext {
  locale: string;
  labels: Labels;
  snapshots: readonly Snapshot[];
  findMentions: FindMentions;
  /** The address of a listing's page; undefined if there is none. */
  tickerHref(listing: { mic: string | null; symbol: string }): string | undefined;
  /** Instruments whose quote was already shown. A quote is shown beside the first mention only. */
  shown: Set<string>;
}

const snapshotOf = (mention: Mention, snapshots: readonly Snapshot[]): Snapshot | undefined =>
  snapshots.find(
    ({ symbol, mic }) =>
      symbol === mention.symbol &&
      (mention.mic === null
        ? mention.candidates.length === 0 || (mic !== null && mention.candidates.includes(mic))
        : mention.mic === mic),
  );

/** The text for a snapshot without a price; undefined if it has a price. */
export const withoutPrice = ({ price, state }: Snapshot, labels: Labels): string | undefined => {
  if (state === 'captured') return price === null ? labels.unavailable : undefined;
  return { pending: labels.pending, unavailable: labels.unavailable, voided: labels.voided }[state];
};

const Quote = ({ snapshot, context }: { snapshot: Snapshot | undefined; context: QuoteContext }) => {
  const { locale, labels } = context;
  if (!snapshot) return <span className="quote none">{labels.toCapture}</span>;
  const missing = withoutPrice(snapshot, labels);
  if (missing !== undefined || snapshot.price === null) {
    return (
      <span className="quote none" title={snapshot.reason ?? undefined}>
        {missing}
      </span>
    );
  }
  const figures = (
    <>
      <Price locale={locale} figures={{ ...snapshot, price: snapshot.price }} />{' '}
      <PriceChange locale={locale} change={snapshot} show="percent" />
      {snapshot.lateMinutes !== null && <small> {labels.late}</small>}
    </>
  );
  const href = context.tickerHref(snapshot);
  return href ? (
    <a className="quote" href={href}>
      {figures}
    </a>
  ) : (
    <span className="quote">{figures}</span>
  );
};

export interface Placed {
  /** The offset in the text, in UTF-16 units. */
  at: number;
  quote: ReactNode;
}

/**
 * The quotes to insert into a line of text: after the bracket that closes behind the mention, or else after the mention.
 */
export const quotesFor = (line: string, context: QuoteContext): Placed[] =>
  context.findMentions(line).flatMap((mention) => {
    const snapshot = snapshotOf(mention, context.snapshots);
    const key = snapshot?.instrument ?? `${mention.mic ?? '?'}:${mention.symbol}`;
    if (context.shown.has(key)) return [];
    context.shown.add(key);
    const closing = /^[^()[\]]{0,80}[)\]]/.exec(line.slice(mention.end));
    const at = mention.end + (closing?.[0].length ?? 0);
    return [{ at, quote: <Quote key={key} snapshot={snapshot} context={context} /> }];
  });

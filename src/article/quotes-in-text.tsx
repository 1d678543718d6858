import type { ReactNode } from 'react';
import type { Snapshot } from './article';
import type { Labels } from './labels/labels';
import { Price } from './Price';
import { PriceChange } from './PriceChange';

/** A place in a text that names a listing, as the plugin's detection finds it. */
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
  /** The page of a listing; undefined where there is none. */
  tickerHref(listing: { mic: string | null; symbol: string }): string | undefined;
  /** Instruments whose quote the text shows already: it stands beside the first mention only. */
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

/** What a snapshot without a price says instead; undefined for one that has it. */
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
  /** Where in the text, in UTF-16 units from its start. */
  at: number;
  quote: ReactNode;
}

/**
 * The quotes to put into a line of text: behind the bracket that closes after the mention, else behind the mention.
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

import type { ReactNode } from 'react';
import { changeText, direction, priceText } from './figures';
import type { Labels } from './labels';
import type { PreviewSnapshot } from './read-article';

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
  snapshots: readonly PreviewSnapshot[];
  findMentions: FindMentions;
  /** Instruments whose quote the text shows already: it stands beside the first mention only. */
  shown: Set<string>;
}

const snapshotOf = (mention: Mention, snapshots: readonly PreviewSnapshot[]): PreviewSnapshot | undefined =>
  snapshots.find(
    ({ symbol, mic }) =>
      symbol === mention.symbol &&
      (mention.mic === null
        ? mention.candidates.length === 0 || mention.candidates.includes(mic)
        : mention.mic === mic),
  );

const Quote = ({ snapshot, context }: { snapshot: PreviewSnapshot | undefined; context: QuoteContext }) => {
  const { locale, labels } = context;
  if (!snapshot) return <span className="quote flat">{labels.toCapture}</span>;
  const { price, state } = snapshot;
  if (price === null || state !== 'captured') {
    return <span className="quote flat">{state === 'pending' ? labels.pending : labels.unavailable}</span>;
  }
  const figures = { ...snapshot, price };
  return (
    <span className={`quote ${direction(figures)}`}>
      {`${priceText(locale, figures)} ${changeText(locale, figures)}`.trim()}
    </span>
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

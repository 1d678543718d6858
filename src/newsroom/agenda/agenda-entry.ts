import type { ArticleTimes, TimeField } from '../schedule/article-times';

/** What is to happen to an article at an instant, or should have happened. */
export type AgendaState =
  | 'scheduled'
  | 'unpublication'
  | 'embargo-ends'
  | 'proposed'
  | 'unpublication-proposed'
  | 'held-back';

/** One line of the agenda. `GET /newsroom/schedule` answers these. */
export interface AgendaEntry {
  documentId: string;
  locale: string;
  /** Null where the caller may not read it. */
  title: string | null;
  kind: string | null;
  state: AgendaState;
  /** ISO 8601, in UTC. */
  at: string;
  /** Who set the instant; null where the list of acts does not say. */
  by: string | null;
  /** Why it was held back. */
  reason: string | null;
}

/** A draft, as far as the agenda shows it. */
export interface AgendaArticle extends ArticleTimes {
  documentId: string;
  locale: string;
  title: string | null;
  kind: string | null;
}

/** What each instant of a draft stands for. */
export const STATES: Readonly<Record<TimeField, AgendaState>> = {
  publishAt: 'scheduled',
  unpublishAt: 'unpublication',
  embargoUntil: 'embargo-ends',
  proposedPublishAt: 'proposed',
  proposedUnpublishAt: 'unpublication-proposed',
};

/** A span of time: from the first instant, up to the second and without it. */
export interface Span {
  from: Date;
  to: Date;
}

export const isWithin = ({ from, to }: Span, at: Date): boolean => at >= from && at < to;

/** The entries of drafts whose instants are within a span; an article may have several. */
export const entriesOf = (articles: readonly AgendaArticle[], span: Span): AgendaEntry[] =>
  articles.flatMap((article) => {
    const { documentId, locale, title, kind } = article;
    return Object.entries(STATES).flatMap(([field, state]): AgendaEntry[] => {
      const at = article[field as TimeField];
      return at && isWithin(span, at)
        ? [{ documentId, locale, title, kind, state, at: at.toISOString(), by: null, reason: null }]
        : [];
    });
  });

/** The earliest first; of one instant, by headline. */
export const inOrder = (entries: readonly AgendaEntry[]): AgendaEntry[] =>
  [...entries].sort(
    (one, other) => one.at.localeCompare(other.at) || (one.title ?? '').localeCompare(other.title ?? ''),
  );

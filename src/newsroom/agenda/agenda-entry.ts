import type { StoredReason } from '../refusals/word-reasons';
import type { ArticleTimes, TimeField } from '../schedule/article-times';

/** What will happen, or should have happened, to an article at an instant. */
export type AgendaState =
  | 'scheduled'
  | 'unpublication'
  | 'embargo-ends'
  | 'proposed'
  | 'unpublication-proposed'
  | 'held-back';

/** Who did something, from the list of acts; null if the list does not say. `byKind` is also null in rows of earlier versions. */
export interface ShownActor {
  by: string | null;
  byKind: string | null;
}

export const NOBODY: ShownActor = { by: null, byKind: null };

/** One line of the schedule, with who set the instant and why the article was held back. `GET /newsroom/schedule` answers these. */
export interface AgendaEntry extends ShownActor, StoredReason {
  documentId: string;
  locale: string;
  /** Null if the caller may not read it. */
  title: string | null;
  kind: string | null;
  state: AgendaState;
  /** ISO 8601, in UTC. */
  at: string;
}

/** An article that was published after its instant. */
export interface LatePublication {
  documentId: string;
  locale: string;
  /** Null if the caller may not read it. */
  title: string | null;
  /** When it was published; ISO 8601, in UTC. */
  at: string;
  lateSeconds: number;
}

/** What the desk must know. `GET /newsroom/schedule/attention` answers it. */
export interface Attention {
  /** The latest first. */
  heldBack: AgendaEntry[];
  /** Due but not published; the newsroom keeps trying. The earliest first. */
  overdue: AgendaEntry[];
  /** Published late within the last day, the latest first. */
  late: LatePublication[];
  /** The next articles to be published, the earliest first. */
  next: AgendaEntry[];
  /** The articles that are under embargo now, in each locale. */
  embargoes: EmbargoedArticle[];
}

/** An article under embargo, in one of its locales. The embargo may have been entered in another one. */
export interface EmbargoedArticle {
  documentId: string;
  locale: string;
  /** ISO 8601, in UTC. */
  until: string;
}

/** The fields of a draft that the schedule shows. */
export interface AgendaArticle extends ArticleTimes {
  documentId: string;
  locale: string;
  title: string | null;
  kind: string | null;
}

/** The state that each instant of a draft means. */
export const STATES: Readonly<Record<TimeField, AgendaState>> = {
  publishAt: 'scheduled',
  unpublishAt: 'unpublication',
  embargoUntil: 'embargo-ends',
  proposedPublishAt: 'proposed',
  proposedUnpublishAt: 'unpublication-proposed',
};

/** A span of time from its first instant up to, but not including, its second. */
export interface Span {
  from: Date;
  to: Date;
}

export const isWithin = ({ from, to }: Span, at: Date): boolean => at >= from && at < to;

/** The entry of a draft at an instant, without who set it, which is read from the list of acts. */
export const entryOf = (
  { documentId, locale, title, kind }: AgendaArticle,
  state: AgendaState,
  at: Date,
): AgendaEntry => ({
  ...{ documentId, locale, title, kind, state, at: at.toISOString() },
  ...NOBODY,
  ...{ reason: null, reasons: null },
});

/** The entries of drafts at their instants of one kind. */
export const entriesOf = (articles: readonly AgendaArticle[], field: TimeField): AgendaEntry[] =>
  articles.flatMap((article): AgendaEntry[] => {
    const at = article[field];
    return at ? [entryOf(article, STATES[field], at)] : [];
  });

/** Sorted by time, then by headline. */
export const sortByTime = (entries: readonly AgendaEntry[]): AgendaEntry[] =>
  [...entries].sort(
    (one, other) => one.at.localeCompare(other.at) || (one.title ?? '').localeCompare(other.title ?? ''),
  );

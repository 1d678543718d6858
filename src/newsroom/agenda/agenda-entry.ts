import type { StoredReason } from '../refusals/word-reasons';
import type { ArticleTimes, TimeField } from '../schedule/article-times';

/** What is to happen to an article at an instant, or should have happened. */
export type AgendaState =
  | 'scheduled'
  | 'unpublication'
  | 'embargo-ends'
  | 'proposed'
  | 'unpublication-proposed'
  | 'held-back';

/** Who did something, as the list of acts says; null where it does not. `byKind` is null in rows of earlier versions, too. */
export interface ShownActor {
  by: string | null;
  byKind: string | null;
}

export const NOBODY: ShownActor = { by: null, byKind: null };

/** One line of the agenda: with who set the instant, and why it was held back. `GET /newsroom/schedule` answers these. */
export interface AgendaEntry extends ShownActor, StoredReason {
  documentId: string;
  locale: string;
  /** Null where the caller may not read it. */
  title: string | null;
  kind: string | null;
  state: AgendaState;
  /** ISO 8601, in UTC. */
  at: string;
}

/** An article that went out after its instant. */
export interface LatePublication {
  documentId: string;
  locale: string;
  /** Null where the caller may not read it. */
  title: string | null;
  /** When it went out; ISO 8601, in UTC. */
  at: string;
  lateSeconds: number;
}

/** What the desk has to know. `GET /newsroom/schedule/attention` answers it. */
export interface Attention {
  /** The latest first. */
  heldBack: AgendaEntry[];
  /** Due, and not out: the newsroom tries it again. The earliest first. */
  overdue: AgendaEntry[];
  /** Went out late in the last day, the latest first. */
  late: LatePublication[];
  /** The next that go out, the earliest first. */
  next: AgendaEntry[];
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

/** The entry of a draft at an instant; who set it is read from the list of acts. */
export const entryOf = (
  { documentId, locale, title, kind }: AgendaArticle,
  state: AgendaState,
  at: Date,
): AgendaEntry => ({
  ...{ documentId, locale, title, kind, state, at: at.toISOString() },
  ...NOBODY,
  ...{ reason: null, reasons: null },
});

/** The entries of drafts whose instants are within a span; an article may have several. */
export const entriesOf = (articles: readonly AgendaArticle[], span: Span): AgendaEntry[] =>
  articles.flatMap((article) =>
    Object.entries(STATES).flatMap(([field, state]): AgendaEntry[] => {
      const at = article[field as TimeField];
      return at && isWithin(span, at) ? [entryOf(article, state, at)] : [];
    }),
  );

/** The earliest first; of one instant, by headline. */
export const inOrder = (entries: readonly AgendaEntry[]): AgendaEntry[] =>
  [...entries].sort(
    (one, other) => one.at.localeCompare(other.at) || (one.title ?? '').localeCompare(other.title ?? ''),
  );

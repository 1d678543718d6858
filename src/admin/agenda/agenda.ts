import type { Market } from '../times/article-times';

/** What is to happen to an article at an instant, or should have happened. */
export const STATES = [
  'scheduled',
  'unpublication',
  'embargo-ends',
  'proposed',
  'unpublication-proposed',
  'held-back',
] as const;

export type AgendaState = (typeof STATES)[number];

/** One line. `GET /newsroom/schedule` answers these. */
export interface AgendaEntry {
  documentId: string;
  locale: string;
  /** Null where the caller may not read it. */
  title: string | null;
  kind: string | null;
  state: AgendaState;
  /** ISO 8601, in UTC. */
  at: string;
  by: string | null;
  /** Why it was held back. */
  reason: string | null;
}

export interface AgendaAnswer {
  data: AgendaEntry[];
  meta: { now: string; market: Market; isCutOff: boolean };
}

/** An article that went out after its instant. */
export interface LatePublication {
  documentId: string;
  locale: string;
  title: string | null;
  at: string;
  lateSeconds: number;
}

/** `GET /newsroom/schedule/attention` answers these. */
export interface AttentionAnswer {
  data: { heldBack: AgendaEntry[]; overdue: AgendaEntry[]; late: LatePublication[]; next: AgendaEntry[] };
  meta: { now: string; market: Market };
}

/** The address of an article's edit view. */
export const addressOf = ({ documentId, locale }: { documentId: string; locale: string }): string =>
  `/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=${encodeURIComponent(locale)}`;

import type { Act } from '../audit/acts';
import type { StoredReason } from '../refusals/word-reasons';

/** A line of the list of acts, as far as it tells whether an article is held back, and who set its times. */
export interface TimedAct extends StoredReason {
  articleDocumentId: string;
  articleLocale: string;
  act: Act;
  at: Date | string;
  by: string;
  byKind: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What ends that an article is held back, where it gives an instant of publication: the same acts stand for an end alone. */
const SCHEDULING: readonly Act[] = ['scheduled', 'schedule-confirmed', 'schedule-moved'];

/** What ends it in any case. */
const DECISIONS: readonly Act[] = ['published', 'published-late', 'unpublished', 'retracted', 'deleted'];

/** The acts that {@link stillHeldBack} has to be given. */
export const ACTS_ON_HOLDING: readonly Act[] = ['held-back', ...SCHEDULING, ...DECISIONS];

/** Whether somebody has decided anew when the article goes out, or that it does not. */
const isDecision = ({ act, after }: TimedAct): boolean =>
  DECISIONS.includes(act) || (SCHEDULING.includes(act) && Boolean(after?.publishAt));

/** An article in one locale. */
export interface Place {
  documentId: string;
  locale: string;
}

/** The key of an article in one locale. */
export const placeOf = ({ documentId, locale }: Place): string => `${documentId}|${locale}`;

/**
 * The acts by which articles were held back that nobody has decided on since, by {@link placeOf}. Pure.
 *
 * @param acts oldest first
 */
export const stillHeldBack = (acts: readonly TimedAct[]): Map<string, TimedAct> => {
  const held = new Map<string, TimedAct>();
  for (const act of acts) {
    const place = placeOf({ documentId: act.articleDocumentId, locale: act.articleLocale });
    if (act.act === 'held-back') held.set(place, act);
    else if (isDecision(act)) held.delete(place);
  }
  return held;
};

/** The instant at which a held back article was to go out; when it was held back, where the act does not say. */
export const dueInstantOf = ({ before, at }: TimedAct): Date => {
  const due = before?.publishAt;
  return new Date(typeof due === 'string' ? due : at);
};

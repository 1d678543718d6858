import type { Act } from '../audit/acts';
import type { StoredReason } from '../refusals/word-reasons';

/** The part of a line in the list of acts that says whether an article is held back and who set its times. */
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

/**
 * Acts after which an article is no longer held back if they set an instant of publication. The same acts are also recorded for an
 * end alone.
 */
const SCHEDULING: readonly Act[] = ['scheduled', 'schedule-confirmed', 'schedule-moved'];

/** Acts after which an article is no longer held back in any case. */
const DECISIONS: readonly Act[] = ['published', 'published-late', 'unpublished', 'retracted', 'deleted'];

/** The acts that {@link lastHoldingActs} needs. */
export const ACTS_ON_HOLDING: readonly Act[] = ['held-back', ...SCHEDULING, ...DECISIONS];

/** Whether somebody has since decided when, or that, the article is published. */
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
 * The last act that held back each article, by {@link placeOf}, for articles on which nobody has decided since. Pure.
 *
 * @param acts oldest first
 */
export const lastHoldingActs = (acts: readonly TimedAct[]): Map<string, TimedAct> => {
  const held = new Map<string, TimedAct>();
  for (const act of acts) {
    const place = placeOf({ documentId: act.articleDocumentId, locale: act.articleLocale });
    if (act.act === 'held-back') held.set(place, act);
    else if (isDecision(act)) held.delete(place);
  }
  return held;
};

/** The instant at which a held back article was due; if the act does not say it, the instant at which it was held back. */
export const dueInstantOf = ({ before, at }: TimedAct): Date => {
  const due = before?.publishAt;
  return new Date(typeof due === 'string' ? due : at);
};

import type { Act } from '../audit/acts';
import { fieldError } from '../records/field-error';
import { isSameInstant, TIME_FIELDS, type ArticleTimes, type TimeField } from './article-times';

/** A write of an article's times, and the rights of its caller. */
export interface TimesRequest {
  /** The fields that were sent. Absent fields are not changed. */
  sent: Partial<ArticleTimes>;
  stored: ArticleTimes;
  /** The database's time. */
  now: Date;
  /** The latest embargo and the earliest schedule among the article's other locales, because an embargo holds for all of them. */
  others: Pick<ArticleTimes, 'embargoUntil' | 'publishAt'>;
  /** Whether the article is published, in any locale. */
  isPublished: boolean;
  /** Whether the same write publishes it. */
  publishes: boolean;
  mayPublish: boolean;
  /** Whether the caller may read the embargo. If not, their proposals are not compared with it. */
  mayReadEmbargo: boolean;
  /** Whether the caller may move an embargo to an earlier instant, and has given a reason. */
  mayMoveEmbargoEarlier: boolean;
}

/** One line for the list of acts. */
export interface PlannedAct {
  act: Act;
  before: Record<string, Date | null>;
  after: Record<string, Date | null>;
}

export interface PlannedTimes {
  times: ArticleTimes;
  acts: PlannedAct[];
  /** Whether it sets an instant of publication that was not set before. Then the rules are checked. */
  schedules: boolean;
}

const PROPOSALS = [
  ['publishAt', 'proposedPublishAt'],
  ['unpublishAt', 'proposedUnpublishAt'],
] as const;

const FURTHEST_MS = 5 * 366 * 86_400_000;

/** The sent values that differ from the stored ones. Clients often send back what they have read. */
const changesOf = ({ sent, stored }: TimesRequest): Partial<ArticleTimes> =>
  Object.fromEntries(
    TIME_FIELDS.flatMap((field) => {
      const value = sent[field];
      return value === undefined || isSameInstant(value, stored[field]) ? [] : [[field, value]];
    }),
  );

/** The instants of a caller who may not publish become proposals. */
const asProposals = (changes: Partial<ArticleTimes>): Partial<ArticleTimes> => {
  const proposed = { ...changes };
  for (const [field, proposal] of PROPOSALS) {
    const value = proposed[field];
    if (value === undefined) continue;
    if (value === null) {
      throw fieldError(field, value, 'cancelling it needs the right to publish. Ask an editor.', {
        code: 'cancelNeedsRight',
        values: {},
      });
    }
    delete proposed[field];
    proposed[proposal] = value;
  }
  return proposed;
};

/** Setting or clearing an instant settles its proposal, which is cleared. */
const withAnsweredProposals = (changes: Partial<ArticleTimes>, sent: Partial<ArticleTimes>) => {
  const answered = { ...changes };
  for (const [field, proposal] of PROPOSALS) {
    if (changes[field] !== undefined && (sent[proposal] === undefined || changes[proposal] === undefined)) {
      answered[proposal] = null;
    }
  }
  return answered;
};

const refusePastOrTooFar = (changes: Partial<ArticleTimes>, now: Date): void => {
  for (const field of TIME_FIELDS) {
    const value = changes[field];
    if (!value) continue;
    const inMs = value.getTime() - now.getTime();
    if (inMs <= 0) {
      throw fieldError(
        field,
        value.toISOString(),
        `it is now ${now.toISOString()}: give an instant to come.`,
        { code: 'instantOver', values: { at: value.toISOString() } },
      );
    }
    if (inMs > FURTHEST_MS)
      throw fieldError(field, value.toISOString(), 'give an instant within five years.', {
        code: 'instantTooFar',
        values: { at: value.toISOString() },
      });
  }
};

const EMBARGO_MOVE =
  'moving an embargo to an earlier instant, or lifting it, needs the permission “Move an embargo earlier” and a reason: send both to POST /newsroom/articles/:documentId/embargo.';

const checkEmbargo = (request: TimesRequest, changes: Partial<ArticleTimes>): void => {
  const { stored, now, isPublished, publishes, mayMoveEmbargoEarlier } = request;
  const value = changes.embargoUntil;
  if (value === undefined) return;
  const held = stored.embargoUntil;
  const isEarlier = held !== null && held > now && (value === null || value < held);
  if (isEarlier && !mayMoveEmbargoEarlier) {
    throw fieldError('embargoUntil', value && value.toISOString(), EMBARGO_MOVE, {
      code: 'embargoMoveNeedsRight',
      values: {},
    });
  }
  if (value !== null && isPublished) {
    throw fieldError(
      'embargoUntil',
      value.toISOString(),
      'the article is published, so it cannot be kept from readers any more. Unpublish it first.',
      { code: 'embargoOfPublished', values: {} },
    );
  }
  if (value !== null && publishes) {
    throw fieldError('embargoUntil', value.toISOString(), 'an article under embargo is not published.', {
      code: 'underEmbargo',
      values: {},
    });
  }
};

/** The later of two instants. */
const latest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other);

const embargoError = (field: string, publishAt: Date, embargoUntil: Date) =>
  fieldError(
    field,
    publishAt.toISOString(),
    `the embargo holds until ${embargoUntil.toISOString()}: schedule it for that instant, or later.`,
    { code: 'embargoBeforeSchedule', values: { until: embargoUntil.toISOString() } },
  );

/**
 * Whether the embargo forbids an instant of publication. A proposal of a caller who may not read the embargo is accepted in any case
 * and judged when it is confirmed: by proposing again and again they would find out when the embargo ends. Such a proposal does not
 * keep the desk from moving the embargo.
 */
const isJudged = (
  field: 'publishAt' | 'proposedPublishAt',
  { stored, others, mayReadEmbargo }: TimesRequest,
  changes: Partial<ArticleTimes>,
): boolean => {
  if (changes[field] !== undefined) return field === 'publishAt' || mayReadEmbargo;
  if (changes.embargoUntil === undefined) return false;
  const before = latest(stored.embargoUntil, others.embargoUntil);
  return !(field === 'proposedPublishAt' && before && stored[field] && stored[field] < before);
};

const checkOrder = (request: TimesRequest, times: ArticleTimes, changes: Partial<ArticleTimes>): void => {
  const { others } = request;
  const { embargoUntil } = times;
  if (changes.embargoUntil && others.publishAt && others.publishAt < changes.embargoUntil) {
    throw embargoError('publishAt', others.publishAt, changes.embargoUntil);
  }
  for (const [publishField, unpublishField] of [
    ['publishAt', 'unpublishAt'],
    ['proposedPublishAt', 'proposedUnpublishAt'],
  ] as const) {
    const publishAt = times[publishField];
    const unpublishAt = times[unpublishField];
    const touched = changes[publishField] !== undefined || changes[unpublishField] !== undefined;
    if (touched && publishAt && unpublishAt && unpublishAt <= publishAt) {
      throw fieldError(
        unpublishField,
        unpublishAt.toISOString(),
        `it is to be published at ${publishAt.toISOString()}: give a later instant.`,
        { code: 'unpublishedTooEarly', values: { at: publishAt.toISOString() } },
      );
    }
    const until = latest(embargoUntil, others.embargoUntil);
    if (publishAt && until && publishAt < until && isJudged(publishField, request, changes))
      throw embargoError(publishField, publishAt, until);
  }
};

const only = (times: ArticleTimes, fields: readonly TimeField[]): Record<string, Date | null> =>
  Object.fromEntries(fields.map((field) => [field, times[field]]));

const PROPOSAL_OF = Object.fromEntries(PROPOSALS) as Record<'publishAt' | 'unpublishAt', TimeField>;

/** The act for a changed instant of the schedule. */
const actOn = (field: 'publishAt' | 'unpublishAt', stored: ArticleTimes, times: ArticleTimes): Act => {
  const set = times[field];
  if (set === null) return 'schedule-cancelled';
  const proposal = stored[PROPOSAL_OF[field]];
  if (proposal && isSameInstant(proposal, set)) return 'schedule-confirmed';
  return stored[field] ? 'schedule-moved' : 'scheduled';
};

const proposalActs = (
  { stored }: TimesRequest,
  changes: Partial<ArticleTimes>,
  times: ArticleTimes,
): PlannedAct[] => {
  const proposals = Object.values(PROPOSAL_OF).filter((field) => changes[field] !== undefined);
  if (proposals.length === 0) return [];
  const withdrawn = proposals.every((field) => times[field] === null);
  return [
    {
      act: withdrawn ? 'schedule-cancelled' : 'schedule-proposed',
      before: only(stored, proposals),
      after: only(times, proposals),
    },
  ];
};

/** One line if the beginning and the end change in the same way, otherwise one for each. */
const scheduleActs = (
  request: TimesRequest,
  changes: Partial<ArticleTimes>,
  times: ArticleTimes,
): PlannedAct[] => {
  const { stored } = request;
  const fields = (['publishAt', 'unpublishAt'] as const).filter((field) => changes[field] !== undefined);
  if (fields.length === 0) return proposalActs(request, changes, times);
  const acts = fields.map((field) => actOn(field, stored, times));
  return [...new Set(acts)].map((act) => {
    const done = fields.filter((_, index) => acts[index] === act);
    return { act, before: only(stored, done), after: only(times, done) };
  });
};

const embargoAct = (
  { stored, now }: TimesRequest,
  changes: Partial<ArticleTimes>,
  times: ArticleTimes,
): PlannedAct[] => {
  if (changes.embargoUntil === undefined) return [];
  const held = stored.embargoUntil !== null && stored.embargoUntil > now;
  if (!held && times.embargoUntil === null) return [];
  const act: Act = times.embargoUntil === null ? 'embargo-lifted' : held ? 'embargo-moved' : 'embargoed';
  return [{ act, before: only(stored, ['embargoUntil']), after: only(times, ['embargoUntil']) }];
};

/**
 * Decides the new times of an article in one locale. Pure: the caller reads the stored times and writes the new ones.
 *
 * @throws ValidationError that names the field, the value and what to do
 */
export const planTimes = (request: TimesRequest): PlannedTimes => {
  const { sent, stored, now, publishes, mayPublish } = request;
  const changed = changesOf(request);
  const changes = mayPublish ? withAnsweredProposals(changed, sent) : asProposals(changed);
  refusePastOrTooFar(changes, now);
  if (publishes && changes.publishAt) {
    throw fieldError(
      'publishAt',
      changes.publishAt.toISOString(),
      'this request publishes the article at once. Send it with status=draft to have it published then.',
    );
  }
  checkEmbargo(request, changes);
  const times = { ...stored, ...changes };
  checkOrder(request, times, changes);
  return {
    times,
    acts: [...scheduleActs(request, changes, times), ...embargoAct(request, changes, times)],
    schedules: changes.publishAt instanceof Date,
  };
};

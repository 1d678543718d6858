import { queueEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import type { Priority } from '../providers/quotas/quota';
import { databaseNow } from '../store/database-clock';
import { writeOutcomes } from '../store/statements/write-outcomes';
import type { Answer } from './answer';
import { decideOutcome } from './decide-outcome';
import { decisionOptions } from './decision-options';
import { ageOf, LATE_AFTER_MS, latePolicy, takesLive } from './late-quotes';
import type { ListedRow } from './listed-row';
import { logCaptures } from './log-captures';

/**
 * How long a provider may take for one capture, in milliseconds, including the fallback. A request that publishes waits only until
 * its own deadline (`deadlineMs`).
 */
const ANSWER_WITHIN_MS = 25_000;

const MINUTE_MS = 60_000;

/**
 * The moment for which quotes are requested: the minute of publication if it has passed and a provider can still answer for it;
 * otherwise now.
 *
 * @returns epoch milliseconds, or null for now
 */
const momentOf = ({ desk }: PluginContext, row: ListedRow): number | null => {
  if (!desk.answersAsOf || ageOf(row) <= LATE_AFTER_MS) return null;
  return Math.floor(new Date(row.relatedPublishedAt).getTime() / MINUTE_MS) * MINUTE_MS;
};

const askDesk = (
  { desk }: PluginContext,
  rows: ListedRow[],
  moment: number | null,
  priority: Priority,
): Promise<ReadonlyMap<string, Answer>> => {
  const instruments = new Map(rows.map(({ instrument, mic, symbol }) => [instrument, { mic, symbol }]));
  return desk.getQuotes([...instruments.values()], {
    timeoutMs: ANSWER_WITHIN_MS,
    again: priority === 'retry',
    priority,
    ...(moment === null ? {} : { asOf: new Date(moment) }),
  });
};

/**
 * Requests quotes of one moment for these rows. If quotes of that moment are no longer available, it then requests present ones.
 */
const requestQuotesAsOf = async (
  context: PluginContext,
  rows: ListedRow[],
  moment: number | null,
  priority: Priority,
): Promise<[id: number, answer: Answer][]> => {
  const ofMoment = await askDesk(context, rows, moment, priority);
  const late = latePolicy(context.config);
  const toAskForNow = rows.filter((row) => {
    const answer = ofMoment.get(row.instrument);
    return answer && takesLive(row, answer, late, ageOf(row));
  });
  const ofNow =
    toAskForNow.length > 0 ? await askDesk(context, toAskForNow, null, priority) : new Map<string, Answer>();
  const takesNow = new Set(toAskForNow);
  return rows.flatMap((row) => {
    const answer = (takesNow.has(row) ? ofNow : ofMoment).get(row.instrument);
    return answer ? [[row.id, answer]] : [];
  });
};

/**
 * Requests the quotes that these rows wait for.
 *
 * @returns the answers by id of the row
 */
const askForQuotes = async (
  context: PluginContext,
  rows: ListedRow[],
  priority: Priority,
): Promise<ReadonlyMap<number, Answer>> => {
  const byMoment = new Map<number | null, ListedRow[]>();
  for (const row of rows) {
    const moment = momentOf(context, row);
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), row]);
  }
  const answers = await Promise.all(
    [...byMoment].map(([moment, ofMoment]) => requestQuotesAsOf(context, ofMoment, moment, priority)),
  );
  return new Map(answers.flat());
};

/**
 * Captures leased rows: it requests the quotes, decides the outcome of each row, writes it, and queues the events. Must not be
 * called in a transaction. It may be repeated on any number of nodes, because a row that this owner no longer leases is not
 * changed.
 */
export const captureRows = async (
  context: PluginContext,
  rows: ListedRow[],
  owner: string,
  priority: Priority,
): Promise<void> => {
  const { strapi } = context;
  const startedAt = Date.now();
  const answers = await askForQuotes(context, rows, priority);
  const dueFrom = await databaseNow(strapi);
  const outcomes = rows.flatMap((row) => {
    const answer = answers.get(row.id);
    if (!answer) return [];
    return decideOutcome(row, answer, { ...decisionOptions(context, row, new Date()), dueFrom });
  });
  const written = new Set(await writeOutcomes(strapi, outcomes, owner));
  const outcomeOf = new Map(
    outcomes.flatMap((outcome) => (written.has(outcome.documentId) ? [[outcome.id, outcome]] : [])),
  );
  logCaptures(strapi, rows, outcomeOf, Date.now() - startedAt);
  const final = rows.filter(({ id }) => outcomeOf.has(id) && outcomeOf.get(id)?.state !== 'pending');
  queueEvents(context, final);
};

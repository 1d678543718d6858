import type { PluginContext } from '../plugin-context';
import type { Priority } from '../providers/quotas/quota';
import type { Answer } from './answer';
import { ageOf, LATE_AFTER_MS, latePolicy, takesLive } from './late-quotes';
import type { ListedRow } from './listed-row';

/** How long a provider may take for one capture, the fallback included. A publish waits for less: its deadline. */
const ANSWER_WITHIN_MS = 25_000;

const MINUTE_MS = 60_000;

/**
 * The moment to ask for: the minute of publication, where it has passed and a provider can still tell; else now.
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

/** Asks for rows of one moment, and then for quotes of now where that moment cannot be had any more. */
const requestQuotesAsOf = async (
  context: PluginContext,
  rows: ListedRow[],
  moment: number | null,
  priority: Priority,
): Promise<[id: number, answer: Answer][]> => {
  const ofMoment = await askDesk(context, rows, moment, priority);
  const late = latePolicy(context.config);
  const unanswered = rows.filter((row) => {
    const answer = ofMoment.get(row.instrument);
    return answer && takesLive(row, answer, late, ageOf(row));
  });
  const ofNow =
    unanswered.length > 0 ? await askDesk(context, unanswered, null, priority) : new Map<string, Answer>();
  const takesNow = new Set(unanswered);
  return rows.flatMap((row) => {
    const answer = (takesNow.has(row) ? ofNow : ofMoment).get(row.instrument);
    return answer ? [[row.id, answer]] : [];
  });
};

/** Asks the providers for what these rows wait for. @returns the answers by id of the row */
export const askForQuotes = async (
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

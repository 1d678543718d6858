import { queueEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import type { Priority } from '../providers/quotas/quota';
import { databaseNow } from '../store/database-clock';
import { writeOutcomes } from '../store/statements/write-outcomes';
import { askForQuotes } from './ask-for-quotes';
import { decideOutcome } from './decide-outcome';
import type { ListedRow } from './listed-row';
import { logCaptures } from './log-captures';
import { outcomeSettings } from './outcome-settings';

/**
 * Captures leased rows: asks the providers, decides what becomes of each row, writes it, and queues the events. Never
 * inside a transaction. Safe to repeat on any number of nodes: a row that is no longer leased by this owner stays as it
 * is.
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
    return decideOutcome(row, answer, { ...outcomeSettings(context, row, new Date()), dueFrom });
  });
  const written = new Set(await writeOutcomes(strapi, outcomes, owner));
  const outcomeOf = new Map(
    outcomes.flatMap((outcome) => (written.has(outcome.documentId) ? [[outcome.id, outcome]] : [])),
  );
  logCaptures(strapi, rows, outcomeOf, Date.now() - startedAt);
  const final = rows.filter(({ id }) => outcomeOf.has(id) && outcomeOf.get(id)?.state !== 'pending');
  queueEvents(context, final);
};

import type { PluginContext } from '../plugin-context';
import type { NewRow } from '../store/statements/insert-snapshots';
import { decideOutcome } from './decide-outcome';
import { ageOf, LATE_AFTER_MS } from './late-quotes';
import { decisionOptions } from './decision-options';
import { isListed } from './listed-row';

/**
 * Fills in the figures of pending rows of a publication if the desk knows a quote from the last seconds. The figures are committed
 * with the publication, which saves a second commit. It asks no provider, so it may run inside the transaction.
 *
 * A row that waits to replace another one stays pending, because only its capture locks the row that it replaces.
 *
 * @param rows rows that are not inserted yet; the filled ones are changed in place
 */
export const fillKnownQuotes = (context: PluginContext, rows: readonly NewRow[]): void => {
  const now = new Date();
  const pending = rows.flatMap((row) => {
    if (row.state !== 'pending' || row.supersedes || ageOf(row, now) > LATE_AFTER_MS) return [];
    const waiting = Object.assign({}, row, { id: 0, attempts: 0, correction: null, createdAt: now });
    return isListed(waiting) ? [{ row, waiting }] : [];
  });
  if (pending.length === 0) return;
  const known = context.desk.known(pending.map(({ waiting }) => waiting));
  for (const { row, waiting } of pending) {
    const answer = known.get(waiting.instrument);
    if (!answer) continue;
    const { id: _id, ...outcome } = decideOutcome(waiting, answer, decisionOptions(context, waiting, now));
    Object.assign(row, outcome);
  }
};

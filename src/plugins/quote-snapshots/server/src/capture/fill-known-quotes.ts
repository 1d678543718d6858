import type { PluginContext } from '../plugin-context';
import type { NewRow } from '../store/statements/insert-snapshots';
import { decideOutcome } from './decide-outcome';
import { ageOf, LATE_AFTER_MS } from './late-quotes';
import { decisionOptions } from './decision-options';
import { isListed } from './listed-row';

/**
 * Gives pending rows of a publication their figures where the desk knows a quote of the last seconds: they commit with
 * the publication, which saves a second commit. Asks no provider, so it may run inside the transaction.
 *
 * A row that waits to replace another one is left pending: only its capture locks the row that it replaces.
 *
 * @param rows not inserted yet; those that are filled are changed
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

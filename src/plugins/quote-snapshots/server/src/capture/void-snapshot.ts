import { errors } from '@strapi/utils';
import { afterCommit } from '../strapi/transaction';
import { queueEvents } from '../events/queue-events';
import type { PluginContext } from '../plugin-context';
import { refused } from '../reasons/refused';
import { voidCapturedSnapshot } from '../store/statements/void-captured-snapshot';
import { requireCurrentSnapshot, requireReason } from './require-current-snapshot';

/**
 * Voids a captured snapshot. Its figures stay in the record and are marked as not to be used, and an event is sent.
 *
 * @param reason shown to readers
 * @param by the name of the person who voids it, shown only to the newsroom; null if code does
 * @throws NotFoundError, ValidationError (not current, not captured, no reason)
 */
export const voidSnapshot = async (
  context: PluginContext,
  documentId: string,
  reason: string,
  by: string | null = null,
): Promise<void> => {
  const { outside, strapi } = context;
  const words = requireReason(reason);
  const row = await requireCurrentSnapshot(strapi, documentId);
  if (row.state !== 'captured') {
    throw new errors.ValidationError(
      `The quote snapshot "${documentId}" is ${row.state}: only a captured one can be voided.`,
      refused('not-captured'),
    );
  }
  await strapi.db.transaction(async ({ onCommit }) => {
    if (!(await voidCapturedSnapshot(strapi, row.id, { reason: words, by }))) {
      throw new errors.ValidationError(
        `The quote snapshot "${documentId}" was not voided: it has just been superseded or retired. Look at the current one.`,
        refused('superseded'),
      );
    }
    afterCommit({ onCommit }, () => outside(() => queueEvents(context, [row])));
  });
};

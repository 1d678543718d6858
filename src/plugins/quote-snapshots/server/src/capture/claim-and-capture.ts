import type { PluginContext } from '../plugin-context';
import type { Priority } from '../providers/quotas/quota';
import { newLeaseOwner } from '../store/lease';
import { claimDueSnapshots, claimSnapshots } from '../store/statements/claim-snapshots';
import { captureRows } from './capture-rows';
import { isListed } from './listed-row';
import { logAndContinue } from './log-and-continue';

/** The largest number of due rows in one claim. */
export const ROWS_PER_CLAIM = 500;

/**
 * Claims rows (those with these documentIds, or those that are due) and captures them.
 *
 * @returns how many were captured
 */
export const claimAndCapture = async (
  context: PluginContext,
  which: { documentIds: string[] } | { dueLimit: number },
  priority: Priority,
): Promise<number> => {
  const { strapi, underWay } = context;
  const owner = newLeaseOwner();
  underWay.claimOwners.add(owner);
  try {
    const claimed =
      'documentIds' in which
        ? await claimSnapshots(strapi, which.documentIds, owner)
        : await claimDueSnapshots(strapi, which.dueLimit, owner);
    const rows = claimed.filter(isListed);
    if (rows.length > 0) await captureRows(context, rows, owner, priority);
    return rows.length;
  } finally {
    underWay.claimOwners.delete(owner);
  }
};

/**
 * Captures rows whose next attempt is due, at most {@link ROWS_PER_CLAIM}. Never rejects.
 *
 * @returns how many were captured
 */
export const captureDue = async (context: PluginContext): Promise<number> =>
  (await logAndContinue(context.strapi, () =>
    claimAndCapture(context, { dueLimit: ROWS_PER_CLAIM }, 'retry'),
  )) ?? 0;

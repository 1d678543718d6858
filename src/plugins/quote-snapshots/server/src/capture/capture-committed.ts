import type { PluginContext } from '../plugin-context';
import type { RowsToCapture } from '../store/snapshot-row';
import { findLeasedSnapshots } from '../store/statements/find-leased-snapshots';
import { captureRows } from './capture-rows';
import { claimAndCapture } from './claim-and-capture';
import { isListed } from './listed-row';
import { logAndContinue } from './log-and-continue';

/** Captures what a committed publication waits for. Never rejects. */
export const captureCommitted = async (
  context: PluginContext,
  { inserted, earlier }: RowsToCapture,
): Promise<void> => {
  const { strapi, underWay } = context;
  const owner = underWay.publicationOwner;
  await logAndContinue(strapi, async () => {
    const leased = earlier.length > 0 ? await findLeasedSnapshots(strapi, earlier, owner) : [];
    const ours = new Map([...leased, ...inserted].map((row) => [row.documentId, row]));
    const rows = [...ours.values()].filter(isListed);
    const others = earlier.filter((documentId) => !ours.has(documentId));
    await Promise.all([
      rows.length > 0 ? captureRows(context, rows, owner, 'publication') : undefined,
      others.length > 0 ? claimAndCapture(context, { documentIds: others }, 'publication') : undefined,
    ]);
  });
};

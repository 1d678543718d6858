import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import type { UnannouncedRow } from '../plugin-context';
import type { SnapshotRow } from '../store/snapshot-row';
import { findCurrentSnapshots } from '../store/statements/find-current-snapshots';
import {
  findOverdueAnnouncements,
  findUnannouncedSnapshots,
} from '../store/statements/find-unannounced-snapshots';
import { markAnnounced } from '../store/statements/mark-announced';
import { planEvents } from './plan-events';
import { sendEvent } from './send-event';

/** How many publications are read at once, and how many overdue rows one turn of the worker reads. */
const AT_ONCE = 500;

/** The process that writes outcomes announces them at once. A row that has waited longer was left by a process that died. */
const OVERDUE_AFTER_MS = 30_000;

const announceSnapshotsOfType = async (
  strapi: Core.Strapi,
  type: string,
  relatedKeys: string[],
): Promise<void> => {
  const current = await findCurrentSnapshots(strapi, type, relatedKeys);
  const unannounced = await findUnannouncedSnapshots(strapi, type, relatedKeys);
  const announced: SnapshotRow[] = [];
  for (const key of relatedKeys) {
    const ofKey = (row: SnapshotRow): boolean => row.relatedKey === key;
    const plan = planEvents(current.filter(ofKey), unannounced.filter(ofKey));
    for (const event of plan.events) await sendEvent(strapi, event);
    announced.push(...plan.announced);
  }
  await markAnnounced(strapi, announced, new Date());
};

/**
 * Sends the due events for the publications of these rows. Each is sent at least once: if a process dies before it marks rows as
 * announced, their events are sent again. Never rejects: an event that cannot be sent now is sent later.
 */
export const announceSnapshots = async (
  strapi: Core.Strapi,
  rows: readonly UnannouncedRow[],
): Promise<void> => {
  try {
    const publications = new Map(rows.map(({ relatedKey, relatedType }) => [relatedKey, relatedType]));
    for (const type of new Set(publications.values())) {
      const keys = [...publications.keys()].filter((key) => publications.get(key) === type);
      for (const chunk of chunksOf(keys, AT_ONCE)) await announceSnapshotsOfType(strapi, type, chunk);
    }
  } catch (error) {
    strapi.log.error(`quote-snapshots: an event was not sent, and will be tried again: ${String(error)}`);
  }
};

/** Sends the events of rows whose process died before it announced them. */
export const announceOverdueSnapshots = async (strapi: Core.Strapi): Promise<void> => {
  const before = new Date(Date.now() - OVERDUE_AFTER_MS);
  await announceSnapshots(strapi, await findOverdueAnnouncements(strapi, before, AT_ONCE));
};

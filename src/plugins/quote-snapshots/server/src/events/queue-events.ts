import type { PluginContext, UnannouncedRow } from '../plugin-context';
import { announceSnapshots } from './announce-snapshots';

/**
 * How long queued events wait for others, in milliseconds. A burst of publications then needs one read and one write, and no editor
 * waits for them.
 */
const GATHER_MS = 250;

const startAnnouncement = ({ strapi, underWay }: PluginContext): void => {
  clearTimeout(underWay.eventTimer);
  underWay.eventTimer = undefined;
  if (underWay.queuedEvents.length === 0) return;
  const announcement = announceSnapshots(strapi, underWay.queuedEvents);
  underWay.queuedEvents = [];
  underWay.announcements.add(announcement);
  void announcement.finally(() => underWay.announcements.delete(announcement));
};

/** Sends the events of these rows soon. */
export const queueEvents = (context: PluginContext, rows: readonly UnannouncedRow[]): void => {
  const { underWay } = context;
  underWay.queuedEvents.push(...rows);
  underWay.eventTimer ??= setTimeout(() => startAnnouncement(context), GATHER_MS);
};

/** Sends all queued events now. Resolves when they are sent. */
export const flushEvents = async (context: PluginContext): Promise<void> => {
  startAnnouncement(context);
  await Promise.all(context.underWay.announcements);
};

import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { logLine } from './log-line';
import type { SnapshotRow } from './snapshot-row';
import type { SnapshotStore } from './snapshot-store';

/** What Strapi's webhooks, and whoever listens to its event hub, can be told of. */
export const EVENTS = {
  QUOTE_SNAPSHOTS_CAPTURED: 'quote-snapshots.captured',
  QUOTE_SNAPSHOTS_FAILED: 'quote-snapshots.failed',
} as const;

/** Rows that one sweep looks at, and publications that are read at once: a worker's turn may settle any number. */
const AT_ONCE = 500;

/** Whoever settles rows tells of them at once; what is older than this was left behind by a process that died. */
const LEFT_BEHIND_AFTER_MS = 30_000;

/**
 * How long the first waits for others: what a burst of publications has to tell takes one read and one write then, and
 * none of it stands between an editor and the answer.
 */
const GATHER_MS = 250;

/** A row that has just been settled, and of which publication it is. */
export type Told = Pick<SnapshotRow, 'relatedKey' | 'relatedType'>;

export interface AnnouncerOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  now: () => Date;
}

/**
 * Tells the world when nothing of a publication's quotes is pending any more: `quote-snapshots.captured` where all
 * of them have a figure, else `quote-snapshots.failed`. At least once: a process that dies in between is made good
 * for by the next {@link Announcer.catchUp}.
 */
export const createAnnouncer = ({ strapi, store, now }: AnnouncerOptions) => {
  let gathered: Told[] = [];
  let timer: NodeJS.Timeout | undefined;
  const underWay = new Set<Promise<void>>();

  /** A listener that throws is its own affair: it must neither end the process nor have all others told again. */
  const emit = async (event: string, payload: Record<string, unknown>): Promise<void> => {
    try {
      await strapi.eventHub.emit(event, payload);
    } catch (error) {
      strapi.log.error(`quote-snapshots: a listener of ${event} failed: ${String(error)}`);
    }
  };

  const tell = async (rows: readonly SnapshotRow[]): Promise<void> => {
    const [first] = rows;
    if (!first) return;
    const complete = rows.every(({ state }) => state === 'captured' || state === 'voided');
    const event = complete ? EVENTS.QUOTE_SNAPSHOTS_CAPTURED : EVENTS.QUOTE_SNAPSHOTS_FAILED;
    const { relatedType: uid, relatedDocumentId, relatedLocale: locale, relatedPublishedAt } = first;
    strapi.log.info(logLine(event, { type: uid, document: relatedDocumentId, locale }));
    await emit(event, {
      uid,
      model: uid.split('.').at(-1),
      documentId: relatedDocumentId,
      locale,
      publishedAt: relatedPublishedAt,
      snapshots: rows.map(({ documentId, instrument, state, reason }) => ({
        documentId,
        instrument,
        state,
        reason,
      })),
    });
  };

  /** Tells of those of these publications, all of one type, that wait for nothing any more. */
  const announceType = async (type: string, relatedKeys: string[]): Promise<void> => {
    const rows = (await store.current(type, relatedKeys)).filter(({ instrument }) => instrument !== null);
    const waiting = new Set(
      rows.flatMap(({ state, relatedKey }) => (state === 'pending' ? [relatedKey] : [])),
    );
    const done = relatedKeys.filter((key) => !waiting.has(key));
    for (const key of done) await tell(rows.filter(({ relatedKey }) => relatedKey === key));
    await store.markAnnounced(done, now());
  };

  /** Never rejects: what cannot be told now is told at a later turn. */
  const announce = async (rows: readonly Told[]): Promise<void> => {
    try {
      const publications = new Map(rows.map(({ relatedKey, relatedType }) => [relatedKey, relatedType]));
      for (const type of new Set(publications.values())) {
        const keys = [...publications.keys()].filter((key) => publications.get(key) === type);
        for (const some of chunksOf(keys, AT_ONCE)) await announceType(type, some);
      }
    } catch (error) {
      strapi.log.error(`quote-snapshots: an event was not sent, and will be tried again: ${String(error)}`);
    }
  };

  const announceGathered = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered.length === 0) return;
    const announcing = announce(gathered);
    gathered = [];
    underWay.add(announcing);
    void announcing.finally(() => underWay.delete(announcing));
  };

  return {
    /** Tells of these rows' publications soon. */
    announce(rows: readonly Told[]): void {
      gathered.push(...rows);
      timer ??= setTimeout(announceGathered, GATHER_MS);
    },

    /** Tells at once of what was to be told soon; resolves when nothing is left. */
    async told(): Promise<void> {
      announceGathered();
      await Promise.all(underWay);
    },

    /** Tells of what a process that died had settled and not told of. */
    async catchUp(): Promise<void> {
      const before = new Date(now().getTime() - LEFT_BEHIND_AFTER_MS);
      await announce(await store.unannounced(before, AT_ONCE));
    },
  };
};

export type Announcer = ReturnType<typeof createAnnouncer>;

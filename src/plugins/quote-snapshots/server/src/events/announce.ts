import type { Core } from '@strapi/strapi';
import { chunksOf } from '../chunks-of';
import { logLine } from '../log-line';
import { RETIRED, type SnapshotRow } from '../store/snapshot-row';
import type { SnapshotStore } from '../store/snapshot-store';

/** What Strapi's webhooks, and whoever listens to its event hub, can be told of. */
export const EVENTS = {
  QUOTE_SNAPSHOTS_CAPTURED: 'quote-snapshots.captured',
  QUOTE_SNAPSHOTS_FAILED: 'quote-snapshots.failed',
  QUOTE_SNAPSHOTS_CORRECTED: 'quote-snapshots.corrected',
  QUOTE_SNAPSHOTS_VOIDED: 'quote-snapshots.voided',
} as const;

type EventName = (typeof EVENTS)[keyof typeof EVENTS];

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

/** What is told of a row that is untold, as soon as it is written; undefined where it waits for the others. */
const eventOf = (row: SnapshotRow): EventName | undefined => {
  if (row.current && row.state === 'voided') return EVENTS.QUOTE_SNAPSHOTS_VOIDED;
  if (row.current && row.state === 'captured' && row.correction !== null)
    return EVENTS.QUOTE_SNAPSHOTS_CORRECTED;
  // A capture again that was given up: the figure that it was to replace stands.
  if (!row.current && row.supersedes && row.state === 'unavailable' && row.failureCode !== RETIRED)
    return EVENTS.QUOTE_SNAPSHOTS_FAILED;
  return undefined;
};

const hasFigure = ({ state }: SnapshotRow): boolean => state === 'captured' || state === 'voided';

/**
 * Tells the world what became of quotes. Once nothing of a publication's quotes is pending any more:
 * `quote-snapshots.captured` where all of them have a figure, else `quote-snapshots.failed`. At once, whatever else of
 * the publication still waits, since a page may show a figure that is not to be used: `quote-snapshots.voided` and
 * `quote-snapshots.corrected`; and `quote-snapshots.failed` for a capture again that was given up.
 *
 * At least once: a process that dies in between is made good for by the next {@link Announcer.catchUp}.
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

  /**
   * @param rows what readers are shown of the publication, and what is told of
   * @param told those rows that the event is about
   */
  const tell = async (
    event: EventName,
    rows: readonly SnapshotRow[],
    told: readonly SnapshotRow[],
  ): Promise<void> => {
    const [first] = rows;
    if (!first) return;
    const { relatedType: uid, relatedDocumentId, relatedLocale: locale, relatedPublishedAt } = first;
    strapi.log.info(logLine(event, { type: uid, document: relatedDocumentId, locale }));
    await emit(event, {
      uid,
      model: uid.split('.').at(-1),
      documentId: relatedDocumentId,
      locale,
      publishedAt: relatedPublishedAt,
      changed: told.map(({ documentId }) => documentId),
      snapshots: rows.map(({ documentId, instrument, state, current, reason }) => ({
        documentId,
        instrument,
        state,
        current,
        reason,
      })),
    });
  };

  /** Tells of one publication. @returns the rows that the world knows of now */
  const announcePublication = async (
    current: readonly SnapshotRow[],
    untold: readonly SnapshotRow[],
  ): Promise<SnapshotRow[]> => {
    const listed = current.filter(({ instrument }) => instrument !== null);
    const atOnce = new Map<EventName, SnapshotRow[]>();
    for (const row of untold) {
      const event = eventOf(row);
      if (event) atOnce.set(event, [...(atOnce.get(event) ?? []), row]);
    }
    for (const [event, rows] of atOnce)
      await tell(event, [...listed, ...rows.filter(({ current: isListed }) => !isListed)], rows);
    const others = untold.filter((row) => eventOf(row) === undefined);
    // What was superseded or retired meanwhile changes nothing for anybody.
    const fresh = others.filter((row) => row.current);
    if (listed.some(({ state }) => state === 'pending')) return untold.filter((row) => !fresh.includes(row));
    const complete = listed.every(hasFigure);
    if (fresh.length > 0)
      await tell(complete ? EVENTS.QUOTE_SNAPSHOTS_CAPTURED : EVENTS.QUOTE_SNAPSHOTS_FAILED, listed, fresh);
    return [...untold];
  };

  /** Tells of these publications, all of one type, what there is to tell. */
  const announceType = async (type: string, relatedKeys: string[]): Promise<void> => {
    const [current, untold] = [await store.current(type, relatedKeys), await store.untold(type, relatedKeys)];
    const told: SnapshotRow[] = [];
    for (const key of relatedKeys) {
      const ofKey = (row: SnapshotRow): boolean => row.relatedKey === key;
      told.push(...(await announcePublication(current.filter(ofKey), untold.filter(ofKey))));
    }
    await store.markAnnounced(told, now());
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

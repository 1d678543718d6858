import type { Core } from '@strapi/strapi';
import type { Instrument } from '../instruments/instrument';
import type { QuoteDesk } from '../providers';
import type { Priority } from '../providers/quota';
import type { Announcer } from '../events/announce';
import type { DatabaseClock } from '../store/database-clock';
import { decideOutcome, type Answer } from './decide-outcome';
import { LATE_AFTER_MS, takesLive, type LatePolicy } from './late-quotes';
import { newOwner } from '../store/lease';
import { logLine } from '../log-line';
import type { RowsToCapture, WaitingRow } from '../store/snapshot-row';
import type { SnapshotStore } from '../store/snapshot-store';
import type { Outcome } from '../store/write-outcomes';

/** How long a provider may take for one capture, the fallback included. A publish waits for less: its deadline. */
const ANSWER_WITHIN_MS = 25_000;

/** How many rows one pass of the worker takes. */
export const ROWS_PER_PASS = 500;

/** A row whose listing is known: only such rows are claimed. */
type NamedRow = WaitingRow & Instrument & { instrument: string };

const isNamed = (row: WaitingRow): row is NamedRow => row.instrument !== null && row.mic !== null;

export interface CaptureOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  desk: QuoteDesk;
  announcer: Announcer;
  giveUpAfterMs: number;
  late: LatePolicy;
  now: () => Date;
  clock: DatabaseClock;
}

/**
 * Captures: claims rows, asks the desk for what they wait for, and writes down what it says. Never inside a
 * transaction, and safe to repeat, on any number of nodes.
 */
export const createCapture = (options: CaptureOptions) => {
  const { strapi, store, desk, announcer, giveUpAfterMs, late, now, clock } = options;

  const leases = new Set<string>();

  const ageOf = (row: NamedRow): number => now().getTime() - new Date(row.relatedPublishedAt).getTime();

  /** The minute to ask for: that of publication, where it has passed and a provider can still tell. */
  const momentOf = (row: NamedRow): number | null => {
    const published = new Date(row.relatedPublishedAt).getTime();
    return desk.answersAsOf && ageOf(row) > LATE_AFTER_MS ? Math.floor(published / 60_000) * 60_000 : null;
  };

  const answersFor = async (
    rows: NamedRow[],
    moment: number | null,
    priority: Priority,
  ): Promise<ReadonlyMap<string, Answer>> => {
    const instruments = new Map(rows.map(({ instrument, mic, symbol }) => [instrument, { mic, symbol }]));
    return desk.getQuotes([...instruments.values()], {
      timeoutMs: ANSWER_WITHIN_MS,
      again: priority === 'retry',
      priority,
      ...(moment === null ? {} : { asOf: new Date(moment) }),
    });
  };

  /** What came of some rows: a line of log per publication. */
  const tell = (
    rows: readonly NamedRow[],
    outcomes: ReadonlyMap<number, Outcome>,
    durationMs: number,
  ): void => {
    for (const key of new Set(rows.map(({ relatedKey }) => relatedKey))) {
      const group = rows.filter(({ relatedKey }) => relatedKey === key);
      const said = group.flatMap(({ id, instrument }) => {
        const outcome = outcomes.get(id);
        return outcome ? [{ instrument, ...outcome }] : [];
      });
      const those = (state: string): string[] =>
        said.filter((outcome) => outcome.state === state).flatMap(({ instrument }) => instrument ?? []);
      const distinct = (values: (string | null | undefined)[]): string[] => [
        ...new Set(values.filter((value) => typeof value === 'string')),
      ];
      strapi.log.info(
        logLine('capture', {
          type: group[0]?.relatedType,
          document: group[0]?.relatedDocumentId,
          locale: group[0]?.relatedLocale,
          captured: those('captured'),
          pending: those('pending'),
          unavailable: those('unavailable'),
          failures: distinct(said.map(({ failureCode }) => failureCode)),
          provider: distinct(said.map(({ provider }) => provider)),
          attempt: Math.max(...group.map(({ attempts }) => attempts)) + 1,
          durationMs,
        }),
      );
    }
  };

  const captureRows = async (rows: NamedRow[], owner: string, priority: Priority): Promise<void> => {
    const startedAt = now().getTime();
    const groups = new Map<number | null, NamedRow[]>();
    for (const row of rows) {
      const moment = momentOf(row);
      groups.set(moment, [...(groups.get(moment) ?? []), row]);
    }
    const outcomes = await Promise.all(
      [...groups].map(async ([moment, group]) => {
        const ofThen = await answersFor(group, moment, priority);
        const unheard = group.filter((row) => {
          const answer = ofThen.get(row.instrument);
          return answer && takesLive(row, answer, late, ageOf(row));
        });
        const ofNow = unheard.length > 0 ? await answersFor(unheard, null, priority) : undefined;
        const isUnheard = new Set(unheard);
        const dueFrom = await clock.now();
        return group.flatMap((row) => {
          const answer = (isUnheard.has(row) ? ofNow : ofThen)?.get(row.instrument);
          const canTellThen = desk.canAnswerAsOf(row.mic);
          const filling = { now: now(), dueFrom, giveUpAfterMs, late, canTellThen, random: Math.random() };
          return answer ? [decideOutcome(row, answer, filling)] : [];
        });
      }),
    );
    const settled = new Set(await store.settle(outcomes.flat(), owner));
    const written = new Map(
      outcomes.flat().flatMap((outcome) => (settled.has(outcome.documentId) ? [[outcome.id, outcome]] : [])),
    );
    tell(rows, written, now().getTime() - startedAt);
    announcer.announce(rows.filter(({ id }) => written.has(id) && written.get(id)?.state !== 'pending'));
  };

  /** Told, never thrown: the rows are pending still, and their lease runs out. */
  const orTell = async (work: () => Promise<number>): Promise<number> => {
    try {
      return await work();
    } catch (error) {
      strapi.log.error(`quote-snapshots: capture failed, its snapshots stay pending: ${String(error)}`);
      return 0;
    }
  };

  /** @returns how many rows it took */
  const claimAndCapture = async (
    which: Parameters<SnapshotStore['claim']>[0],
    priority: Priority,
  ): Promise<number> => {
    const owner = newOwner();
    leases.add(owner);
    try {
      const rows = (await store.claim(which, owner)).filter(isNamed);
      if (rows.length > 0) await captureRows(rows, owner, priority);
      return rows.length;
    } finally {
      leases.delete(owner);
    }
  };

  return {
    /**
     * Captures the pending ones among these rows. Never rejects.
     *
     * @param owner the lease under which this node wrote those that are new
     */
    capture: async ({ written, earlier }: RowsToCapture, owner: string): Promise<void> => {
      await orTell(async () => {
        const held = earlier.length > 0 ? await store.held(earlier, owner) : [];
        const ours = new Map([...held, ...written].map((row) => [row.documentId, row]));
        const rows = [...ours.values()].filter(isNamed);
        const others = earlier.filter((documentId) => !ours.has(documentId));
        const [, claimed] = await Promise.all([
          rows.length > 0 ? captureRows(rows, owner, 'publication') : undefined,
          others.length > 0 ? claimAndCapture({ documentIds: others }, 'publication') : 0,
        ]);
        return rows.length + claimed;
      });
    },

    /**
     * Captures rows whose next attempt is due, the longest due first. Never rejects.
     *
     * @returns how many rows it took, at most {@link ROWS_PER_PASS}
     */
    captureDue: (): Promise<number> => orTell(() => claimAndCapture({ dueLimit: ROWS_PER_PASS }, 'retry')),

    /** Gives back what is under way: an answer that still comes finds its lease gone, and changes nothing. */
    giveBack: (owner: string): Promise<void> => store.release([owner, ...leases]),
  };
};

export type Capture = ReturnType<typeof createCapture>;

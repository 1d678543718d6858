import type { Core } from '@strapi/strapi';
import { actAsWorker } from '../../audit/acting-caller';
import { databaseTime } from '../../clock/database-time';
import { sendNotices } from '../notices/send-notices';
import { findDue } from './due-rows';
import { letReadersIn } from './let-readers-in';
import { countPutOff, isPutOff } from './put-off';
import { publishDue } from './publish-due';
import { checkSchedulersOf } from './scheduler-rights';
import { unpublishDue } from './unpublish-due';
import type { TimedRow } from '../stored-times';

/** Rows that are read at once. */
const ROWS_PER_READ = 100;

/**
 * How long articles are published before their quotes are asked for: those of one batch share requests to the provider. Half of
 * the ten seconds for which the quotes plugin takes a quote for current.
 */
const BATCH_MS = 5_000;

interface Capture {
  captureInOneBatch<T>(run: () => Promise<T>): Promise<T>;
}

interface Turns {
  underWay: Promise<void> | undefined;
  /** Apart from `underWay`: a slow mail server must not delay publications. */
  telling: Promise<void> | undefined;
  stopping: boolean;
}

const turns = new WeakMap<Core.Strapi, Turns>();

const turnsOf = (strapi: Core.Strapi): Turns => {
  const known = turns.get(strapi) ?? { underWay: undefined, telling: undefined, stopping: false };
  turns.set(strapi, known);
  return known;
};

/** The quotes plugin's service; undefined where the plugin is switched off. */
const captureOf = (strapi: Core.Strapi): Capture | undefined =>
  (strapi.plugins as Record<string, unknown>)['quote-snapshots']
    ? strapi.plugin('quote-snapshots').service<Capture>('capture')
    : undefined;

type Work = (row: TimedRow) => Promise<void>;

/** What is done with each of the rows that were read at once. */
type WorkOn = (rows: readonly TimedRow[]) => Work;

const due = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  seen: ReadonlySet<number>,
): Promise<TimedRow[]> => {
  // What is left out below is read too, and must not stand in for what is due after it.
  const limit = ROWS_PER_READ + seen.size + countPutOff(strapi);
  const found = await findDue(strapi, column, await databaseTime(strapi), limit);
  return found.filter((row) => !seen.has(row.id) && !isPutOff(strapi, row));
};

/** Works through what is due, for as long as a batch lasts. @returns whether there is more */
const workBatch = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  seen: Set<number>,
  workOn: WorkOn,
): Promise<boolean> => {
  const startedAt = performance.now();
  for (;;) {
    const rows = await due(strapi, column, seen);
    if (rows.length === 0) return false;
    const work = workOn(rows);
    for (const row of rows) {
      if (turnsOf(strapi).stopping) return false;
      seen.add(row.id);
      await work(row);
      await letReadersIn(strapi);
      if (performance.now() - startedAt > BATCH_MS) return true;
    }
  }
};

/** Publishes one batch, and has its quotes asked for at its end. @returns whether there is more, without waiting for quotes */
const publishBatch = (strapi: Core.Strapi, seen: Set<number>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const workOn: WorkOn = (rows) => {
      const checkScheduler = checkSchedulersOf(strapi, rows);
      return (row) => publishDue(strapi, row, { checkScheduler });
    };
    const batch = (): Promise<void> => workBatch(strapi, 'publish_at', seen, workOn).then(resolve, reject);
    const capture = captureOf(strapi);
    // The plugin never rejects for a provider that fails: its own worker tries again.
    void (capture ? capture.captureInOneBatch(batch) : batch());
  });

/** Takes away what has come to its end. What does not fit into a batch is left to the next call. */
const unpublishBatch = (strapi: Core.Strapi): Promise<boolean> =>
  workBatch(strapi, 'unpublish_at', new Set(), () => (row) => unpublishDue(strapi, row));

const turn = async (strapi: Core.Strapi): Promise<void> => {
  const seen = new Set<number>();
  try {
    for (let more = true; more; ) {
      more = await publishBatch(strapi, seen);
      // After each batch: where many are due, the last goes out minutes later.
      await unpublishBatch(strapi);
    }
  } catch (error) {
    strapi.log.error(`The schedule failed, and goes on at its next turn: ${String(error)}`);
  }
};

/** Tells what this turn, or a process that died, has held back. A call while this is under way joins it. */
const sendHeldBack = (strapi: Core.Strapi): Promise<void> => {
  const state = turnsOf(strapi);
  state.telling ??= sendNotices(strapi, () => state.stopping).finally(() => {
    state.telling = undefined;
  });
  return state.telling;
};

/**
 * One turn of the schedule: publishes and unpublishes what is due, the earliest first, and tells what was held back. Every node
 * takes turns; they share the work through the database alone. A call while a turn is under way joins it. Never rejects.
 */
export const runScheduleTurn = async (strapi: Core.Strapi): Promise<void> => {
  const state = turnsOf(strapi);
  if (state.stopping) return;
  state.underWay ??= actAsWorker(() => turn(strapi)).finally(() => {
    state.underWay = undefined;
  });
  await state.underWay;
  if (!state.stopping) await sendHeldBack(strapi);
};

/** Ends the turns: resolves once the article that is being published is out, and the notice that is being sent is sent. */
export const stopSchedule = async (strapi: Core.Strapi): Promise<void> => {
  const state = turnsOf(strapi);
  state.stopping = true;
  await state.underWay;
  await state.telling;
};

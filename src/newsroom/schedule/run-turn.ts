import type { Core } from '@strapi/strapi';
import { actAsWorker } from '../audit/acting-caller';
import { databaseTime } from '../clock/database-time';
import { findDue } from './due-rows';
import { isPutOff } from './put-off';
import { publishDue } from './publish-due';
import { unpublishDue } from './unpublish-due';
import type { TimedRow } from './stored-times';

/** Rows that are read at once. */
const ROWS_PER_READ = 100;

/** How long articles are published before their quotes are asked for: those of one batch share requests to the provider. */
const BATCH_MS = 1_000;

interface Capture {
  captureInOneBatch<T>(run: () => Promise<T>): Promise<T>;
}

interface Turns {
  underWay: Promise<void> | undefined;
  stopping: boolean;
}

const turns = new WeakMap<Core.Strapi, Turns>();

const turnsOf = (strapi: Core.Strapi): Turns => {
  const known = turns.get(strapi) ?? { underWay: undefined, stopping: false };
  turns.set(strapi, known);
  return known;
};

/** The quotes plugin's service; undefined where the plugin is switched off. */
const captureOf = (strapi: Core.Strapi): Capture | undefined =>
  (strapi.plugins as Record<string, unknown>)['quote-snapshots']
    ? strapi.plugin('quote-snapshots').service<Capture>('capture')
    : undefined;

type Work = (row: TimedRow) => Promise<void>;

const due = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  seen: ReadonlySet<number>,
): Promise<TimedRow[]> => {
  const now = await databaseTime(strapi);
  const rows = await findDue(strapi, column, now, ROWS_PER_READ + seen.size);
  return rows.filter((row) => !seen.has(row.id) && !isPutOff(strapi, row));
};

/** Works through what is due, for as long as a batch lasts. @returns whether there is more */
const workBatch = async (
  strapi: Core.Strapi,
  column: 'publish_at' | 'unpublish_at',
  seen: Set<number>,
  work: Work,
): Promise<boolean> => {
  const startedAt = performance.now();
  for (;;) {
    const rows = await due(strapi, column, seen);
    if (rows.length === 0) return false;
    for (const row of rows) {
      if (turnsOf(strapi).stopping) return false;
      seen.add(row.id);
      await work(row);
      if (performance.now() - startedAt > BATCH_MS) return true;
    }
  }
};

/** Publishes one batch, and has its quotes asked for at its end. @returns whether there is more, without waiting for quotes */
const publishBatch = (strapi: Core.Strapi, seen: Set<number>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const batch = (): Promise<void> =>
      workBatch(strapi, 'publish_at', seen, (row) => publishDue(strapi, row)).then(resolve, reject);
    const capture = captureOf(strapi);
    // The plugin never rejects for a provider that fails: its own worker tries again.
    void (capture ? capture.captureInOneBatch(batch) : batch());
  });

const publishAll = async (strapi: Core.Strapi): Promise<void> => {
  const seen = new Set<number>();
  let more = true;
  while (more) more = await publishBatch(strapi, seen);
};

const turn = async (strapi: Core.Strapi): Promise<void> => {
  try {
    await publishAll(strapi);
    await workBatch(strapi, 'unpublish_at', new Set(), (row) => unpublishDue(strapi, row));
  } catch (error) {
    strapi.log.error(`The schedule failed, and goes on at its next turn: ${String(error)}`);
  }
};

/**
 * One turn of the schedule: publishes and unpublishes what is due, the earliest first. Every node takes turns; they share the
 * work through the database alone. A call while a turn is under way joins it. Never rejects.
 */
export const runScheduleTurn = (strapi: Core.Strapi): Promise<void> => {
  const state = turnsOf(strapi);
  if (state.stopping) return Promise.resolve();
  state.underWay ??= actAsWorker(() => turn(strapi)).finally(() => {
    state.underWay = undefined;
  });
  return state.underWay;
};

/** Ends the turns: resolves once the article that is being published is out. */
export const stopSchedule = async (strapi: Core.Strapi): Promise<void> => {
  const state = turnsOf(strapi);
  state.stopping = true;
  await state.underWay;
};

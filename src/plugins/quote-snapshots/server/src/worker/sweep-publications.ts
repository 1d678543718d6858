import type { Core, Struct } from '@strapi/strapi';
import { RECORD_ATTRIBUTE, RECORD_COLUMN } from '../plugin-names';
import type { TickerDirectory } from '../instruments/ticker-directory';
import { enabledTypes, hasDrafts } from '../strapi/enabled-types';
import { relatedKey } from '../store/related-key';
import { changeMark, type Unrecorded } from '../publication/mark-entries';
import { mentionsIn } from '../publication/mentions-in';
import { readPublishedEntries } from '../publication/read-published-entries';
import type { PublicationRecorder } from '../publication/record-publication';
import type { SnapshotStore } from '../store/snapshot-store';

/** What to do with a publication whose quotes nobody asked for. */
export type OnUnrecorded = 'report' | 'mark' | 'capture';

/** Entries that one turn looks at, per content type: an archive is gone through in the background. */
const ENTRIES_PER_TURN = 100;

/** A publication under way has not been recorded yet; this is longer than any takes. */
const SETTLED_AFTER_MS = 60_000;

const WHY =
  'Published without quotes: before they were switched on here, or by a tool that goes past Strapi. Publish again to capture them.';

export interface SweepOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  directory: TickerDirectory;
  record: PublicationRecorder;
  cashtags: boolean;
  onUnrecorded: OnUnrecorded;
  now: () => Date;
}

/**
 * Looks for publications that were written past the document service, or before the plugin was there: what is
 * published and carries no mark of having been recorded. One that names nothing needs nothing; another is reported,
 * marked as unavailable, or captured late, as configured.
 */
export const createPublicationSweep = (options: SweepOptions) => {
  const { strapi, store, directory, record, cashtags, onUnrecorded, now } = options;
  const marks: Unrecorded[] = onUnrecorded === 'report' ? [null] : [null, 'missing'];

  /** Entries with this mark, those first that have it longest: in the order of an index, whatever their number. */
  const unrecorded = async (model: Struct.ContentTypeSchema, mark: Unrecorded): Promise<{ id: number }[]> => {
    const before = new Date(now().getTime() - SETTLED_AFTER_MS);
    const moment = hasDrafts(model) ? 'publishedAt' : 'updatedAt';
    return strapi.db.query(model.uid).findMany({
      select: ['id'],
      where: { [RECORD_ATTRIBUTE]: mark, [moment]: { $lt: before } },
      orderBy: [{ [moment]: 'asc' }, { id: 'asc' }],
      limit: ENTRIES_PER_TURN,
    });
  };

  const look = async (model: Struct.ContentTypeSchema, id: number, mark: Unrecorded): Promise<void> =>
    strapi.db.transaction(async ({ trx }) => {
      const [published] = await readPublishedEntries(strapi, directory, model, [id]);
      if (!published) return;
      const { documentId, locale, entry, linkedTickers } = published;
      const names = mentionsIn(strapi, model, entry, { cashtags }).length + linkedTickers.length > 0;
      const rows = await store.current(model.uid, [relatedKey(documentId, locale)]);
      if (onUnrecorded === 'report') {
        await changeMark(strapi, trx, model, id, {
          from: mark,
          to: names && rows.length === 0 ? 'missing' : 'recorded',
        });
        return;
      }
      await record(
        trx,
        { model, documentId, ids: [id] },
        { from: mark, ...(onUnrecorded === 'mark' ? { unavailable: WHY } : {}) },
      );
    });

  const sweepType = async (model: Struct.ContentTypeSchema): Promise<void> => {
    for (const mark of marks) {
      for (const { id } of await unrecorded(model, mark)) {
        try {
          await look(model, id, mark);
        } catch (error) {
          strapi.log.error(`quote-snapshots: ${model.uid} (id ${id}) could not be swept: ${String(error)}`);
        }
      }
    }
  };

  return async (): Promise<void> => {
    for (const model of enabledTypes(strapi)) await sweepType(model);
  };
};

export type PublicationSweep = ReturnType<typeof createPublicationSweep>;

/** How many publications were found without their quotes, and are left so. */
export const countMissing = async (strapi: Core.Strapi): Promise<number> => {
  const counts = await Promise.all(
    enabledTypes(strapi).map(async ({ uid }) => {
      const { tableName } = strapi.db.metadata.get(uid);
      const [row] = await strapi.db
        .getConnection(tableName)
        .where(RECORD_COLUMN, 'missing')
        .count<{ count: string | number }[]>({ count: '*' });
      return Number(row?.count ?? 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

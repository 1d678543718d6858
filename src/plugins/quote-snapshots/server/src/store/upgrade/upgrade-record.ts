import type { Core } from '@strapi/strapi';
import { KEY_COLUMN, PLUGIN, RECORD_COLUMN, SNAPSHOT_UID } from '../../plugin-names';
import { databaseNow } from '../database-clock';
import { SET_ASIDE } from '../snapshot-row';
import { enabledTypes, hasDrafts } from '../../strapi/enabled-types';
import { tableNameOf } from '../../strapi/tables';

/**
 * The changes that a version of the table needs besides the columns that Strapi adds itself. A step may run twice, if a start was
 * interrupted or two nodes start at once.
 */
type Step = (strapi: Core.Strapi) => Promise<void>;

const snapshots = (strapi: Core.Strapi) => strapi.db.getConnection(tableNameOf(strapi, SNAPSHOT_UID));

const STEPS: Readonly<Record<number, Step>> = {
  /** Version 2: attempts, leases, announcements, and the mark of recorded publications. */
  2: async (strapi) => {
    const now = await databaseNow(strapi);
    await snapshots(strapi).whereNull('attempts').update({ attempts: 0 });
    await snapshots(strapi)
      .where('state', 'pending')
      .whereNull('next_attempt_at')
      .update({ next_attempt_at: now });
    await snapshots(strapi)
      .whereNot('state', 'pending')
      .whereNull('announced_at')
      .update({ announced_at: now });
    for (const model of enabledTypes(strapi)) {
      const tableName = tableNameOf(strapi, model.uid);
      const keys = snapshots(strapi).select('related_key').where('related_type', model.uid);
      const entries = strapi.db.getConnection(tableName).whereNull(RECORD_COLUMN).whereIn(KEY_COLUMN, keys);
      if (hasDrafts(model)) void entries.whereNotNull('published_at');
      await entries.update({ [RECORD_COLUMN]: 'recorded' });
    }
  },
  /** Version 3: the rows of an unpublished document are not current. */
  3: async (strapi) => {
    for (const model of enabledTypes(strapi).filter(hasDrafts)) {
      const published = strapi.db
        .getConnection(tableNameOf(strapi, model.uid))
        .select(KEY_COLUMN)
        .whereNotNull('published_at')
        .whereRaw('?? = ??', [KEY_COLUMN, `${tableNameOf(strapi, SNAPSHOT_UID)}.related_key`]);
      const withdrawn = () =>
        snapshots(strapi).where({ related_type: model.uid, current: true }).whereNotExists(published.clone());
      await withdrawn().where('state', 'pending').update({
        state: 'unavailable',
        reason: 'The document was unpublished before this quote was captured.',
        failure_code: 'retired',
      });
      await withdrawn().update({
        current: false,
        current_key: strapi.db.connection.raw('current_key || ?', [SET_ASIDE]),
      });
    }
  },
  /**
   * Version 4: readers no longer see why a person had something captured again, and the delay of a quote is also stored as a
   * number.
   */
  4: async (strapi) => {
    const { connection } = strapi.db;
    const again = () =>
      snapshots(strapi)
        .whereNotNull('correction')
        .whereNot('state', 'voided')
        .where('reason', 'like', 'Captured again: %');
    const updatedAt = new Date();
    await again()
      .where('state', 'pending')
      .update({ reason: 'Being captured again.', updated_at: updatedAt });
    const said = connection.raw("replace(reason, 'Captured again: ' || correction, 'Captured again.')");
    await again().update({ reason: said, updated_at: updatedAt });
    // A reason with different wording may still hold the person's words, so this text replaces it.
    await again().update({ reason: 'Captured again.', updated_at: updatedAt });
    const late: { id: number; capturedAt: string; relatedPublishedAt: string }[] = await strapi.db
      .query(SNAPSHOT_UID)
      .findMany({
        select: ['id', 'capturedAt', 'relatedPublishedAt'],
        where: { lateMinutes: { $null: true }, state: 'captured', reason: { $contains: 'Late: captured ' } },
      });
    for (const { id, capturedAt, relatedPublishedAt } of late) {
      const lateMinutes = Math.floor((Date.parse(capturedAt) - Date.parse(relatedPublishedAt)) / 60_000);
      await strapi.db.query(SNAPSHOT_UID).updateMany({ where: { id }, data: { lateMinutes, updatedAt } });
    }
  },
  /**
   * Version 5: reasons are codes with parameters. Reasons that earlier versions wrote keep their words. The step changes nothing.
   * It only prevents an older version, which would show no reasons, from starting on this record.
   */
  5: () => Promise.resolve(),
};

export const SCHEMA_VERSION = Math.max(...Object.keys(STEPS).map(Number));

/**
 * Upgrades the record to this version's schema, whichever version wrote it. Runs at each start, after Strapi has added the columns.
 *
 * @throws Error if a newer version wrote the record, because going on could damage it
 */
export const upgradeRecord = async (strapi: Core.Strapi): Promise<void> => {
  const place = { type: 'plugin', name: PLUGIN, key: 'schema_version' } as const;
  const written = ((await strapi.store.get(place)) as number | null) ?? 1;
  if (written > SCHEMA_VERSION) {
    throw new Error(
      `The quote snapshots were written by a newer version of strapi-plugin-quote-snapshots (schema ${written}, this one knows ${SCHEMA_VERSION}): install that version again, or restore a backup.`,
    );
  }
  for (let version = written + 1; version <= SCHEMA_VERSION; version += 1) await STEPS[version]?.(strapi);
  if (written < SCHEMA_VERSION) await strapi.store.set({ ...place, value: SCHEMA_VERSION });
};

import type { Core } from '@strapi/strapi';
import { USAGE_UID } from '../plugin-names';
import type { QuotaLedger } from '../providers';
import { tableNameOf } from '../strapi/tables';

/** How long a window is kept. Windows are minutes and days, so no quota counts an older one. */
const KEPT_MS = 2 * 24 * 3_600_000;

/** Counts requests to providers in the database, because a quota is shared by all nodes and a restart does not renew it. */
export const createUsageLedger = (strapi: Core.Strapi): QuotaLedger => {
  const table = () => {
    const tableName = tableNameOf(strapi, USAGE_UID);
    return strapi.db.getConnection(tableName);
  };
  const total = async (window: string): Promise<number> => {
    const row: { spent: number } | undefined = await table().where({ window }).first('spent');
    return Number(row?.spent ?? 0);
  };

  /** Inserts an empty window. The node that inserts it deletes the old ones. */
  const open = async (window: string): Promise<void> => {
    const now = new Date();
    const made: unknown[] = await table()
      .insert({ document_id: window, window, spent: 0, created_at: now, updated_at: now })
      .onConflict('window')
      .ignore()
      .returning('id');
    if (made.length === 0) return;
    await table()
      .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
      .delete();
  };

  const add = (count: number) => ({
    spent: strapi.db.connection.raw('?? + ?', ['spent', count]),
    updated_at: new Date(),
  });

  /**
   * Adds to the total in one statement that checks the limit itself, because another node may have spent some since the total was
   * read.
   */
  const addWithin = async (window: string, count: number, limit: number): Promise<boolean> => {
    const changed: number = await table()
      .where({ window })
      .andWhere('spent', '<=', limit - count)
      .update(add(count));
    return changed > 0;
  };

  const spendWithin = async (window: string, count: number, limit: number): Promise<number> => {
    let wanted = Math.min(count, limit);
    while (wanted > 0) {
      if (await addWithin(window, wanted, limit)) return wanted;
      // Either the window does not exist yet, or too much of it is spent. Totals only grow, so the loop ends.
      await open(window);
      wanted = Math.min(wanted, limit - (await total(window)));
    }
    return 0;
  };

  return {
    total,
    async spend(window, count, limit) {
      try {
        return await spendWithin(window, count, limit);
      } catch (error) {
        strapi.log.error(
          `quote-snapshots: no quote is requested, since its quota could not be counted: ${String(error)}`,
        );
        throw error;
      }
    },
    async refund(window, count) {
      await table().where({ window }).update(add(-count));
    },
  };
};

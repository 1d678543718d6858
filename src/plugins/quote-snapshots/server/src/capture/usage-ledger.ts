import type { Core } from '@strapi/strapi';
import { USAGE_UID } from '../plugin-names';
import type { QuotaLedger } from '../providers';

/** Windows are minutes and days: what is older than this counts for none. */
const KEPT_MS = 2 * 24 * 3_600_000;

/** What providers were asked for, in the database: a quota is one for all nodes, and a restart does not renew it. */
export const createUsageLedger = (strapi: Core.Strapi): QuotaLedger => {
  const table = () => {
    const { tableName } = strapi.db.metadata.get(USAGE_UID);
    return strapi.db.getConnection(tableName);
  };
  return {
    async spend(window, count) {
      if (count === 0) {
        const row: { spent: number } | undefined = await table().where({ window }).first('spent');
        return Number(row?.spent ?? 0);
      }
      const now = new Date();
      const { tableName } = strapi.db.metadata.get(USAGE_UID);
      const [row] = await table()
        .insert({ document_id: window, window, spent: count, created_at: now, updated_at: now })
        .onConflict('window')
        .merge({ spent: strapi.db.connection.raw('?? + ?', [`${tableName}.spent`, count]), updated_at: now })
        .returning<{ spent: number }[]>('spent');
      const spent = Number(row?.spent ?? count);
      // The first of a new window clears away the old ones.
      if (spent === count)
        await table()
          .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
          .delete();
      return spent;
    },
  };
};

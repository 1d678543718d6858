import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID, USAGE_UID } from '../../plugin-names';

type Persisted = (string | { name: string })[];

/**
 * Makes Strapi keep the plugin's tables while the plugin is switched off. Otherwise it drops, at its next start, the
 * tables of content types that it no longer finds, and the record with them. Strapi has this list to keep the tables of
 * its paid features when a licence ends.
 */
export const keepTables = async (strapi: Core.Strapi): Promise<void> => {
  const place = { type: 'core', key: 'persisted_tables' } as const;
  const kept = ((await strapi.store.get(place)) as Persisted | null) ?? [];
  const names = new Set(kept.map((table) => (typeof table === 'string' ? table : table.name)));
  const ours = [SNAPSHOT_UID, USAGE_UID]
    .map((uid) => strapi.db.metadata.get(uid).tableName)
    .filter((name) => !names.has(name));
  if (ours.length > 0)
    await strapi.store.set({ ...place, value: [...kept, ...ours.map((name) => ({ name }))] });
};

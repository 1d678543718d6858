import type { Core } from '@strapi/strapi';
import { tableNameOf } from './tables';

type Persisted = (string | { name: string })[];

/**
 * Makes Strapi keep the tables of these content types while the plugin is switched off. Otherwise its next start would drop the
 * tables of content types that it no longer sees, and the record with them.
 *
 * Uses `persisted_tables` in Strapi's store, the list that keeps the tables of Strapi's own paid features when a licence ends. If
 * Strapi stops reading it, switching the plugin off deletes the record. `tests/integration/durability/operations.ts` switches it
 * off and would fail.
 */
export const keepTables = async (strapi: Core.Strapi, uids: readonly string[]): Promise<void> => {
  const place = { type: 'core', key: 'persisted_tables' } as const;
  const kept = ((await strapi.store.get(place)) as Persisted | null) ?? [];
  const names = new Set(kept.map((table) => (typeof table === 'string' ? table : table.name)));
  const ours = uids.map((uid) => tableNameOf(strapi, uid)).filter((name) => !names.has(name));
  if (ours.length > 0)
    await strapi.store.set({ ...place, value: [...kept, ...ours.map((name) => ({ name }))] });
};

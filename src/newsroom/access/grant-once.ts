import type { Core } from '@strapi/strapi';

/** What was ever granted, by holder: the public role, or a role of the admin UI. */
type Ledger = Record<string, string[]>;

const ledgerOf = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'newsroom', key: 'granted' });

/** Whether a holder was ever given anything. */
export const wasEverGranted = async (strapi: Core.Strapi, holder: string): Promise<boolean> =>
  holder in (((await ledgerOf(strapi).get()) as Ledger | null) ?? {});

/**
 * Grants what this holder was never granted before, and remembers it: what an admin has taken away since stays
 * away, at every later start and with every later version. What does not exist any more is forgotten, as Strapi has
 * taken it from everybody: a plugin that is switched off and on again brings its permissions back.
 *
 * @param names of the permissions that the holder should have, as far as they exist
 * @param grant gives those that are new
 */
export const grantOnce = async (
  strapi: Core.Strapi,
  holder: string,
  names: readonly string[],
  grant: (fresh: ReadonlySet<string>) => Promise<void>,
): Promise<void> => {
  // In one transaction: a start that is cut off between the two would grant twice, or never.
  await strapi.db.transaction(async () => {
    const store = ledgerOf(strapi);
    const ledger = ((await store.get()) as Ledger | null) ?? {};
    const before = ledger[holder] ?? [];
    const fresh = names.filter((name) => !before.includes(name));
    if (fresh.length > 0) await grant(new Set(fresh));
    if (fresh.length === 0 && before.length === names.length) return;
    await store.set({ value: { ...ledger, [holder]: names } });
  });
};

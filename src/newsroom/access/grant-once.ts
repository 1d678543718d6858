import type { Core } from '@strapi/strapi';

/** Permissions that were granted once, by holder: the public role, or a role of the admin UI. */
type Ledger = Record<string, string[]>;

const ledgerOf = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'newsroom', key: 'granted' });

/** Whether a holder was granted anything before. */
export const wasEverGranted = async (strapi: Core.Strapi, holder: string): Promise<boolean> =>
  holder in (((await ledgerOf(strapi).get()) as Ledger | null) ?? {});

/**
 * Grants the permissions that this holder was never granted before, and remembers them: one that an admin has revoked since is
 * not granted again at a later start or by a later version. Permissions that no longer exist are forgotten, because Strapi
 * removes them from every role: a plugin that is switched off and on again gets its permissions back.
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
  // In one transaction: a start that ends between the two would grant twice, or never.
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

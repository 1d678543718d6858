import type { Core } from '@strapi/strapi';

/** The permissions that were granted once, by holder: the public role, or a role of the admin UI. */
type Ledger = Record<string, string[]>;

const ledgerOf = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'newsroom', key: 'granted' });

/** Whether a holder was ever granted a permission. */
export const wasEverGranted = async (strapi: Core.Strapi, holder: string): Promise<boolean> =>
  holder in (((await ledgerOf(strapi).get()) as Ledger | null) ?? {});

/**
 * Grants the permissions that this holder was never granted before, and records them. So a permission that an admin has revoked is
 * not granted again by a later start or version. Records of permissions that no longer exist are deleted, because Strapi removes
 * those from every role. So a plugin that is switched off and on again gets its permissions back.
 *
 * @param names of the permissions that the holder should have, if they exist
 * @param grant grants the new ones
 */
export const grantOnce = async (
  strapi: Core.Strapi,
  holder: string,
  names: readonly string[],
  grant: (fresh: ReadonlySet<string>) => Promise<void>,
): Promise<void> => {
  // Both are in one transaction: a start that ended between the two would grant again, or never.
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

import type { Core } from '@strapi/strapi';
import { readLocales } from '../strapi/locales';
import type { Ability } from '../strapi/request-ability';
import { asksForLocaleOnly } from './locale-conditions';

const READ = 'plugin::content-manager.explorer.read';

/** Whether a field may be read; without an argument, whether any field may be read. */
export type MayRead = (field?: string) => boolean;

const NOTHING: MayRead = () => false;

/**
 * What a role may read about a deleted entry of which the newsroom keeps a record.
 *
 * A permission counts if it has no conditions, or only one on the locale. Any other condition cannot be checked for a deleted
 * entry, and one like "not created by me" would match all of them. Entries in a locale that the newsroom no longer has may be read
 * only by users who may read all present locales.
 *
 * @param ability as Strapi stores it in `ctx.state`
 */
export const readableOfGone = async (
  strapi: Core.Strapi,
  ability: unknown,
  uid: string,
  locale: string,
): Promise<MayRead> => {
  const { all } = await readLocales(strapi);
  const asked = all.includes(locale) ? [locale] : all;
  const rules = (ability as Ability).rulesFor(READ, uid);
  // Strapi itself creates no rules that forbid.
  if (rules.some(({ inverted }) => inverted)) return NOTHING;
  const holding = rules.filter(
    (rule) =>
      asksForLocaleOnly(rule.conditions ?? {}) &&
      asked.every((one) => rule.matchesConditions({ locale: one })),
  );
  return (field) => holding.some((rule) => rule.matchesField(field));
};

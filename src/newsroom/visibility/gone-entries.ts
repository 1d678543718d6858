import type { Core } from '@strapi/strapi';
import { readLocales } from '../strapi/locales';
import type { Ability } from '../strapi/request-ability';
import { asksForLocaleOnly } from './locale-conditions';

const READ = 'plugin::content-manager.explorer.read';

/** Whether a field may be read; without one, whether any may. */
export type MayRead = (field?: string) => boolean;

const NOTHING: MayRead = () => false;

/**
 * What a role may read of an entry that is not there any more, of which the newsroom keeps a record.
 *
 * A permission counts where it has no conditions, or none but on the locale: any other could not be asked of an entry that is gone,
 * and one like "not by me" would be met by all of them. A locale that the newsroom does not have any more is for those who may read all
 * that it has.
 *
 * @param ability as Strapi notes it in `ctx.state`
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
  // Strapi makes none that take a right away.
  if (rules.some(({ inverted }) => inverted)) return NOTHING;
  const holding = rules.filter(
    (rule) =>
      asksForLocaleOnly(rule.conditions ?? {}) &&
      asked.every((one) => rule.matchesConditions({ locale: one })),
  );
  return (field) => holding.some((rule) => rule.matchesField(field));
};

import type { Core } from '@strapi/strapi';

interface LocalesService {
  findById(id: number): Promise<{ code: string } | null>;
  delete(where: { id: number }): Promise<unknown>;
}

/**
 * Calls a check before a locale is deleted. Strapi deletes the locale's content without the document service, so no document
 * middleware sees it.
 *
 * Leans on: the i18n plugin's service `locales`, which its controller calls. Fails closed: the boot stops if the method is missing.
 * Noticed by tests/regressions/deleting-a-locale-took-what-readers-are-shown.ts.
 *
 * @param inspect refuses the deletion by throwing
 * @throws Error if there is no such service
 */
export const inspectLocaleDeletion = (
  strapi: Core.Strapi,
  inspect: (locale: string) => Promise<void>,
): void => {
  const locales = strapi.plugin('i18n').service<Partial<LocalesService>>('locales');
  const remove = locales.delete?.bind(locales);
  const findById = locales.findById?.bind(locales);
  if (!remove || !findById) {
    throw new Error('The i18n plugin has no locales.delete: see how locales are deleted now, and guard it.');
  }
  locales.delete = async (where) => {
    const locale = await findById(where.id);
    if (locale) await inspect(locale.code);
    return remove(where);
  };
};

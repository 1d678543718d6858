import type { Query } from './visibility';

const isObject = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLogical = (key: string): boolean => key === '$and' || key === '$or';

/** Whether a condition of a permission is only about the locale. i18n adds such conditions for a role's locales. */
export const asksForLocaleOnly = (condition: unknown): boolean =>
  isObject(condition) &&
  Object.entries(condition).every(
    ([key, value]) =>
      key === 'locale' || (isLogical(key) && Array.isArray(value) && value.every(asksForLocaleOnly)),
  );

/**
 * A condition on the locale of an entry, rewritten for the rows of a record that store the locale.
 *
 * @param condition one for which {@link asksForLocaleOnly} is true
 * @param attribute the record's attribute with the locale
 */
export const onRecordedLocale = (condition: unknown, attribute: string): Query =>
  Object.fromEntries(
    Object.entries(condition as Query).map(([key, value]) =>
      isLogical(key)
        ? [key, (value as unknown[]).map((one) => onRecordedLocale(one, attribute))]
        : [attribute, value],
    ),
  );

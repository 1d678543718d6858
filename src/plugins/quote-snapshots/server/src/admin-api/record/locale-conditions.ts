const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLogical = (key: string): boolean => key === '$and' || key === '$or';

/** Whether a condition of a permission is only about the locale. i18n adds such conditions for a role's locales. */
export const asksForLocaleOnly = (condition: unknown): boolean =>
  Array.isArray(condition)
    ? condition.every(asksForLocaleOnly)
    : isObject(condition) &&
      Object.entries(condition).every(
        ([key, value]) => key === 'locale' || (isLogical(key) && asksForLocaleOnly(value)),
      );

/** A condition on a document's locale, rewritten for the snapshots, which store that locale. */
export const onRelatedLocale = (condition: unknown): unknown => {
  if (Array.isArray(condition)) return condition.map(onRelatedLocale);
  if (!isObject(condition)) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]) =>
      isLogical(key) ? [key, onRelatedLocale(value)] : ['relatedLocale', value],
    ),
  );
};

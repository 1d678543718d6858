const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLogical = (key: string): boolean => key === '$and' || key === '$or';

/** Whether the conditions of a permission depend on the locale alone, as those do that i18n adds for a role's locales. */
export const asksForLocaleOnly = (condition: unknown): boolean =>
  Array.isArray(condition)
    ? condition.every(asksForLocaleOnly)
    : isObject(condition) &&
      Object.entries(condition).every(
        ([key, value]) => key === 'locale' || (isLogical(key) && asksForLocaleOnly(value)),
      );

/** Conditions on a document's locale, asked of the snapshots that keep it. */
export const onRelatedLocale = (condition: unknown): unknown => {
  if (Array.isArray(condition)) return condition.map(onRelatedLocale);
  if (!isObject(condition)) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]) =>
      isLogical(key) ? [key, onRelatedLocale(value)] : ['relatedLocale', value],
    ),
  );
};

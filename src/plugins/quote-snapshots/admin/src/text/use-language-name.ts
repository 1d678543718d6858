import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** The name of a locale in the user's language: "es" is Spanish. */
export const useLanguageName = () => {
  const { formatDisplayName } = useIntl();
  return useCallback(
    (locale: string): string => formatDisplayName(locale, { type: 'language' }) ?? locale,
    [formatDisplayName],
  );
};

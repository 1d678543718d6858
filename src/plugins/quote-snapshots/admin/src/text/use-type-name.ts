import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** What a content type is called in the user's language: Strapi has the names of types translated by the names themselves. */
export const useTypeName = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (name: string): string => formatMessage({ id: name, defaultMessage: name }),
    [formatMessage],
  );
};

import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** The name of a content type in the user's language. Strapi uses the English name as the id of its translation. */
export const useTypeName = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (name: string): string => formatMessage({ id: name, defaultMessage: name }),
    [formatMessage],
  );
};

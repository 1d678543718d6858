import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { StoredReason } from '../../../server/src/reasons/reason';
import { wordReason } from '../../../server/src/reasons/word-reason';

/** Words reasons in the user's language, with the server's own messages, which are part of the bundle. */
export const useReason = (): ((reason: StoredReason) => string | null) => {
  const { locale } = useIntl();
  return useCallback((reason) => wordReason(reason, locale), [locale]);
};

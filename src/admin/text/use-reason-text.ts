import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { wordReasons, type StoredReason } from '../../newsroom/refusals/word-reasons';
import { ownTimeZone } from '../times/zoned-time';

/** Words why something was done or held back, in the user's language and time zone. */
export const useReasonText = () => {
  const { locale } = useIntl();
  return useCallback(
    ({ reason, reasons }: Partial<StoredReason>): string | null =>
      wordReasons(
        { reason: reason ?? null, reasons: reasons ?? null },
        { language: locale, timeZone: ownTimeZone() },
      ),
    [locale],
  );
};

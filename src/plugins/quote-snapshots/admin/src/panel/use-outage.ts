import { useCallback, useMemo } from 'react';
import { providerTitle } from '../figures/provider-title';
import type { Outage } from '../outlook/outlook';
import { findOutage } from '../rows/find-outage';
import type { QuoteRow } from '../rows/quote-rows';
import { useText } from '../text/use-text';
import type { LiveQuotes } from './use-live-quotes';
import { useTryAll } from './use-try-all';

/** The provider that answers no request, and a function that asks it at once; null if it answers. */
export const useOutage = (
  rows: readonly QuoteRow[],
  { answers, nextAt, isAsking, askNow }: LiveQuotes,
): Outage | null => {
  const text = useText();
  const { tryAll, isTrying } = useTryAll(rows);
  const tryNow = useCallback(() => {
    askNow();
    void tryAll();
  }, [askNow, tryAll]);
  return useMemo(() => {
    const failed = findOutage(rows, answers);
    if (!failed) return null;
    // The provider `file` is the newsroom's own file, and not a company.
    const provider = failed.provider === 'file' ? text('outage.file') : providerTitle(failed.provider);
    return { code: failed.code, provider, nextAt, isTrying: isAsking || isTrying, tryNow };
  }, [rows, answers, nextAt, isAsking, isTrying, tryNow, text]);
};

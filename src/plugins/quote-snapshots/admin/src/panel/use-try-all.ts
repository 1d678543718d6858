import { useCallback, useState } from 'react';
import { useTryAgainMutation } from '../api/quotes-api';
import type { QuoteRow } from '../rows/quote-rows';

/** Requests every pending quote at once. The rows show the results. */
export const useTryAll = (rows: readonly QuoteRow[]) => {
  const [tryAgain] = useTryAgainMutation();
  const [isTrying, setTrying] = useState(false);
  const tryAll = useCallback(async () => {
    setTrying(true);
    // One after the other, because the provider may allow few requests at a time.
    for (const { state, snapshot } of rows)
      if (state === 'waiting' && snapshot) await tryAgain(snapshot.documentId);
    setTrying(false);
  }, [rows, tryAgain]);
  return { tryAll, isTrying };
};

import { useCallback, useState } from 'react';
import { useTryAgainMutation } from '../api/quotes-api';
import type { QuoteRow } from '../rows/quote-rows';

/** Asks at once for every quote that is waited for. What comes of it is seen in the rows. */
export const useTryAll = (rows: readonly QuoteRow[]) => {
  const [tryAgain] = useTryAgainMutation();
  const [isTrying, setTrying] = useState(false);
  const tryAll = useCallback(async () => {
    setTrying(true);
    // One after the other: the provider of a newsroom may allow few requests at once.
    for (const { state, snapshot } of rows)
      if (state === 'waiting' && snapshot) await tryAgain(snapshot.documentId);
    setTrying(false);
  }, [rows, tryAgain]);
  return { tryAll, isTrying };
};

import { useEffect, useRef } from 'react';
import type { QuoteRow } from '../rows/quote-rows';
import { tellOutlook, type Outage } from './outlook';
import { outlookOfRows } from './outlook-of-rows';

/** Keeps other panels told of the draft that the panel shows, until the panel is gone. */
export const useToldOutlook = (
  rows: readonly QuoteRow[],
  outage: Outage | null,
  show: (row: string) => void,
): void => {
  // Not ended at each change: others would draw an empty outlook in between, and the button under the pointer would go.
  const end = useRef<() => void>();
  useEffect(() => {
    end.current = tellOutlook(outlookOfRows(rows, outage), show);
  }, [rows, outage, show]);
  useEffect(() => () => end.current?.(), []);
};

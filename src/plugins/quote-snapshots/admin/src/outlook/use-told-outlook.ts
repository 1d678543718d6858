import { useEffect, useRef } from 'react';
import type { QuoteRow } from '../rows/quote-rows';
import { tellOutlook, type Outage } from './outlook';
import { outlookOfRows } from './outlook-of-rows';

/** Passes the outlook of the draft in the panel on to other panels, until the panel is removed. */
export const useToldOutlook = (
  rows: readonly QuoteRow[],
  outage: Outage | null,
  show: (row: string) => void,
): void => {
  // It is not ended at each change. Otherwise other panels would render an empty outlook in between, and a button under the pointer
  // would disappear.
  const end = useRef<() => void>();
  useEffect(() => {
    end.current = tellOutlook(outlookOfRows(rows, outage), show);
  }, [rows, outage, show]);
  useEffect(() => () => end.current?.(), []);
};

import { useCallback } from 'react';
import type { Refusal } from '../../../server/src/reasons/refused';
import { useText, type TextKey } from './use-text';

/** The filter of the record's page for each field. */
const FILTERS: Readonly<Record<string, TextKey>> = {
  instrument: 'record.listing',
  symbol: 'record.listing',
  relatedDocumentId: 'record.document',
  state: 'record.state',
  reasonCode: 'record.reason',
  provider: 'record.provider',
  createdAt: 'record.from',
};

/** Why the server refused something, as a sentence in the user's language. */
export const useRefusalText = () => {
  const text = useText();
  return useCallback(
    ({ code, values }: Refusal): string => {
      const filter = FILTERS[values.field ?? ''];
      return text(`refused.${code}`, { ...values, ...(filter ? { filter: text(filter) } : {}) });
    },
    [text],
  );
};

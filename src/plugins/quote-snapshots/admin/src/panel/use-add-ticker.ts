import {
  useAPIErrorHandler,
  useFetchClient,
  useNotification,
  type FetchError,
} from '@strapi/admin/strapi-admin';
import { useCallback, useState } from 'react';
import type { TickerLink } from '../api/answers';
import { useText } from '../text/use-text';

/** Adds the ticker of an instrument, and its company, to the newsroom, and shows a notice of the result. */
export const useAddTicker = () => {
  const { post } = useFetchClient();
  const text = useText();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [adding, setAdding] = useState<string | undefined>();

  const add = useCallback(
    async (instrument: string, listing: string): Promise<TickerLink | undefined> => {
      setAdding(instrument);
      try {
        const { data } = await post<{ data: TickerLink }>('/quote-snapshots/tickers', { instrument });
        toggleNotification({ type: 'success', message: text('ticker.added', { instrument: listing }) });
        return data.data;
      } catch (error) {
        toggleNotification({ type: 'danger', message: formatAPIError(error as FetchError) });
        return undefined;
      } finally {
        setAdding(undefined);
      }
    },
    [post, text, toggleNotification, formatAPIError],
  );
  return { add, adding };
};

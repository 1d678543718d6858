import {
  useAPIErrorHandler,
  useFetchClient,
  useNotification,
  type FetchError,
} from '@strapi/admin/strapi-admin';
import { useCallback, useState } from 'react';
import type { TickerAnswer } from '../api/answers';

/** Adds the ticker of an instrument, and its company, to the newsroom, and says where that fails. */
export const useAddTicker = () => {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [adding, setAdding] = useState<string | undefined>();

  const add = useCallback(
    async (instrument: string, companyName: string | null): Promise<TickerAnswer | undefined> => {
      setAdding(instrument);
      try {
        const { data } = await post<{ data: TickerAnswer }>('/quote-snapshots/tickers', {
          instrument,
          ...(companyName ? { companyName } : {}),
        });
        return data.data;
      } catch (error) {
        toggleNotification({ type: 'danger', message: formatAPIError(error as FetchError) });
        return undefined;
      } finally {
        setAdding(undefined);
      }
    },
    [post, toggleNotification, formatAPIError],
  );
  return { add, adding };
};

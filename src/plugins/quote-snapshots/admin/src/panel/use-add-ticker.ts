import { useFetchClient, useNotification } from '@strapi/admin/strapi-admin';
import { useCallback, useState } from 'react';
import type { TickerAnswer } from '../api/answers';
import { useErrorText } from '../text/use-error-text';

/** Adds the ticker of an instrument, and its company, to the newsroom, and shows a notice if that fails. */
export const useAddTicker = () => {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
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
        toggleNotification({ type: 'danger', message: errorText(error) });
        return undefined;
      } finally {
        setAdding(undefined);
      }
    },
    [post, toggleNotification, errorText],
  );
  return { add, adding };
};

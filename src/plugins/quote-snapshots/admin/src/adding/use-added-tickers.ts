import { useFetchClient, useNotification } from '@strapi/admin/strapi-admin';
import { useCallback, useState } from 'react';
import type { Refusal } from '../../../server/src/reasons/refused';
import type { TickerAnswer, TickerLink } from '../api/answers';
import { useErrorText } from '../text/use-error-text';
import { useRefusalText } from '../text/use-refusal-text';
import { useText } from '../text/use-text';

/** A ticker that was added while the form is open. */
export interface AddedTicker {
  ticker: TickerLink;
  /** The listing for people: `MSFT (NASDAQ)`. */
  listing: string;
}

/** A listing whose ticker is to be added. */
export interface MissingTicker {
  instrument: string;
  listing: string;
  /** The company's name in the text, which a new company gets. */
  companyName: string | null;
}

interface Answer {
  instrument: string;
  ticker: TickerAnswer | null;
  error: string | null;
  refusal: Refusal | null;
}

/**
 * The tickers that were added last, and a function that removes them again.
 *
 * @param onChanged called after the newsroom's tickers have changed
 * @param onUndone called with the tickers that were removed again
 */
export const useAddedTickers = (
  onChanged: () => void,
  onUndone: (tickers: readonly TickerLink[]) => void,
) => {
  const { post } = useFetchClient();
  const text = useText();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const refusalText = useRefusalText();
  const [added, setAdded] = useState<readonly AddedTicker[]>([]);
  const [isBusy, setBusy] = useState(false);

  const fail = useCallback(
    (message: string) => toggleNotification({ type: 'danger', message }),
    [toggleNotification],
  );

  const addAll = useCallback(
    async (missing: readonly MissingTicker[]) => {
      setBusy(true);
      try {
        const { data } = await post<{ data: Answer[] }>('/quote-snapshots/tickers/add-all', {
          instruments: missing.map(({ instrument }) => instrument),
          companyNames: Object.fromEntries(
            missing.flatMap(({ instrument, companyName }) =>
              companyName ? [[instrument, companyName]] : [],
            ),
          ),
        });
        const listings = new Map(missing.map(({ instrument, listing }) => [instrument, listing]));
        setAdded(
          data.data.flatMap(({ instrument, ticker }) =>
            ticker?.isNew ? [{ ticker, listing: listings.get(instrument) ?? instrument }] : [],
          ),
        );
        for (const { instrument, error, refusal } of data.data) {
          const why = refusal ? refusalText(refusal) : error;
          if (why) fail(`${listings.get(instrument) ?? instrument}: ${why}`);
        }
      } catch (error) {
        fail(errorText(error));
      } finally {
        setBusy(false);
        onChanged();
      }
    },
    [post, fail, errorText, refusalText, onChanged],
  );

  const undo = useCallback(async () => {
    setBusy(true);
    try {
      const { data } = await post<{ data: { ticker: string; undone: boolean }[] }>(
        '/quote-snapshots/tickers/undo',
        { tickers: added.map(({ ticker }) => ticker.documentId) },
      );
      const gone = new Set(data.data.filter(({ undone }) => undone).map(({ ticker }) => ticker));
      const kept = added.filter(({ ticker }) => !gone.has(ticker.documentId));
      onUndone(added.flatMap(({ ticker }) => (gone.has(ticker.documentId) ? [ticker] : [])));
      for (const { listing } of kept) fail(text('added.notUndone', { listing }));
      setAdded([]);
    } catch (error) {
      fail(errorText(error));
    } finally {
      setBusy(false);
      onChanged();
    }
  }, [post, added, text, fail, errorText, onChanged, onUndone]);

  const close = useCallback(() => setAdded([]), []);
  const tellOf = useCallback((one: AddedTicker) => setAdded([one]), []);
  return { added, tellOf, addAll, undo, close, isBusy };
};

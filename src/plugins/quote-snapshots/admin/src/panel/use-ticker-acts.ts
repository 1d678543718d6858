import { useCallback, useMemo } from 'react';
import { useAddedTickers } from '../adding/use-added-tickers';
import type { AmbiguousMention, DraftPreview, ListingChoice } from '../api/answers';
import type { TickerActs } from '../rows/QuoteRowItem';
import { useAddTicker } from './use-add-ticker';
import { useLinkTicker } from './use-link-ticker';
import { useSettledChoices } from './use-settled-choices';

const NO_ACTS: DraftPreview['meta'] = { tickersAttribute: null, hasTickers: false, mayAddTickers: false };

/**
 * The actions of the panel for the newsroom's tickers: add one or several, undo this, choose a listing.
 *
 * @param version identifies the document and the locale
 * @param isBehind whether the preview belongs to an older text
 * @param again requests the preview again
 */
export const useTickerActs = (
  version: string,
  preview: DraftPreview | undefined,
  isBehind: boolean,
  again: () => void,
) => {
  const { tickersAttribute, hasTickers, mayAddTickers } = preview?.meta ?? NO_ACTS;
  const { add, adding } = useAddTicker();
  const links = useLinkTicker(tickersAttribute);
  const { settle, forget } = useSettledChoices(version, isBehind ? undefined : preview, links);
  const added = useAddedTickers(again, forget);
  const { tellOf } = added;

  const onAdd = useCallback(
    (instrument: string, listing: string, companyName: string | null) =>
      void add(instrument, companyName).then((ticker) => {
        if (!ticker) return;
        if (ticker.isNew) tellOf({ ticker, listing });
        again();
      }),
    [add, again, tellOf],
  );
  const onChoose = useCallback(
    (mention: AmbiguousMention, choice: ListingChoice) => {
      const choose = async () => {
        const answer = choice.ticker ? undefined : await add(choice.instrument, null);
        const ticker = choice.ticker ?? answer;
        if (!ticker) return;
        if (answer?.isNew) tellOf({ ticker: answer, listing: `${choice.symbol} (${choice.exchange})` });
        settle(mention, choice, ticker);
      };
      void choose();
    },
    [add, settle, tellOf],
  );
  const tickers: TickerActs = useMemo(
    () => ({
      hasTickers,
      onAdd: mayAddTickers ? onAdd : undefined,
      canChoose: ({ ticker }: ListingChoice) =>
        tickersAttribute !== null && (ticker !== null || mayAddTickers),
      onChoose,
    }),
    [hasTickers, mayAddTickers, onAdd, tickersAttribute, onChoose],
  );
  return { tickers, adding, added, mayAddTickers };
};

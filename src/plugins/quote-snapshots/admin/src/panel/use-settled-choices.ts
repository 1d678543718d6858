import { useCallback, useEffect, useRef } from 'react';
import type { AmbiguousMention, DraftPreview, ListingChoice, TickerLink } from '../api/answers';
import { settleChoices, type SettledChoice } from './settle-choices';
import type { useLinkTicker } from './use-link-ticker';

type Choice = SettledChoice<TickerLink & Pick<ListingChoice, 'symbol' | 'instrument'>>;

/**
 * Remembers the listings that an editor chose for ambiguous mentions while the form is open, and removes the link of a choice when
 * its mention is removed. Links that were made before, or in the relation's own field, stay.
 *
 * @param version identifies the document and the locale; choices for one do not apply to another
 * @param preview of the present text; undefined until its answer has arrived
 */
export const useSettledChoices = (
  version: string,
  preview: DraftPreview | undefined,
  { link, unlink }: ReturnType<typeof useLinkTicker>,
) => {
  const choices = useRef<Choice[]>([]);
  const chosenIn = useRef(version);

  useEffect(() => {
    // Strapi may keep the panel when another document is opened.
    if (chosenIn.current !== version) choices.current = [];
    chosenIn.current = version;
    if (!preview) return;
    const { unlink: gone, link: back } = settleChoices(choices.current, preview.data.mentions);
    for (const choice of gone) unlink(choice.ticker, true);
    for (const choice of back) link(choice.ticker, choice.ticker);
    const changed = new Set([...gone, ...back]);
    choices.current = choices.current.map((choice) =>
      changed.has(choice) ? { ...choice, isLinked: !choice.isLinked } : choice,
    );
  }, [version, preview, link, unlink]);

  const settle = useCallback(
    ({ symbol, exchange }: AmbiguousMention, choice: ListingChoice, ticker: TickerLink) => {
      const { instrument } = choice;
      choices.current = [
        ...choices.current.filter((one) => one.symbol !== symbol || one.exchange !== exchange),
        { symbol, exchange, ticker: { ...ticker, symbol: choice.symbol, instrument }, isLinked: true },
      ];
      link(ticker, choice);
    },
    [link],
  );
  /** A ticker that was deleted cannot be a choice. */
  const forget = useCallback(
    (tickers: readonly TickerLink[]) => {
      const gone = new Set(tickers.map(({ documentId }) => documentId));
      choices.current = choices.current.filter(({ ticker }) => !gone.has(ticker.documentId));
      for (const ticker of tickers) unlink(ticker, false);
    },
    [unlink],
  );
  return { settle, forget };
};

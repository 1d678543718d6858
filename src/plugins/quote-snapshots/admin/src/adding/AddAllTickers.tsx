import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { QuoteRow } from '../rows/quote-rows';
import { useText } from '../text/use-text';
import type { MissingTicker } from './use-added-tickers';

/** The listings without a ticker for which a provider has a quote. The others must be added one by one, each after a question. */
export const missingTickers = (rows: readonly QuoteRow[]): MissingTicker[] =>
  rows.flatMap(({ named, state, instrument, symbol, exchange }) =>
    named !== null && named.ticker === null && state !== 'unquoted' && instrument !== null
      ? [
          {
            instrument,
            listing: `${symbol} (${exchange ?? named.mic})`,
            companyName: named.companyName,
          },
        ]
      : [],
  );

interface AddAllTickersProps {
  missing: readonly MissingTicker[];
  isBusy: boolean;
  onAddAll(missing: readonly MissingTicker[]): void;
}

/** A button that adds the tickers of all listings that lack one. If only one is missing, the button in its row is enough. */
export const AddAllTickers = ({ missing, isBusy, onAddAll }: AddAllTickersProps) => {
  const text = useText();
  if (missing.length < 2) return null;
  return (
    <Button
      variant="tertiary"
      size="S"
      startIcon={<Plus />}
      loading={isBusy}
      onClick={() => onAddAll(missing)}
    >
      {text('added.all', { count: missing.length })}
    </Button>
  );
};

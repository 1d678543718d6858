import { Button, Flex, Typography } from '@strapi/design-system';
import type { NearMiss } from '../api/answers';
import type { QuoteRow } from '../rows/quote-rows';
import type { OtherListing, TextActs } from '../rows/text-acts';
import { useText } from '../text/use-text';

interface DidYouMeanProps {
  row: QuoteRow;
  misses: readonly NearMiss[];
  inText: TextActs;
}

const otherListing = ({ symbol, exchange, mic }: NearMiss, { instrument }: QuoteRow): OtherListing => ({
  symbol,
  exchange,
  isSameExchange: instrument !== null && instrument.startsWith(`${mic}:`),
});

/** The listings that may be meant instead of an unknown one, each with a button that writes it into the text. */
export const DidYouMean = ({ row, misses, inText }: DidYouMeanProps) => {
  const text = useText();
  if (misses.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {misses.map((miss) => {
        const other = otherListing(miss, row);
        const listing = `${miss.symbol} (${miss.exchange})`;
        return (
          <Flex key={miss.instrument} gap={2} wrap="wrap" alignItems="center">
            <Typography variant="pi" textColor="neutral800">
              {text('nearMiss.question', { listing: miss.name ? `${listing} · ${miss.name}` : listing })}
            </Typography>
            {inText.canReplace(row.key, other) && (
              <Button
                variant="tertiary"
                size="S"
                aria-label={text('nearMiss.replaceNamed', { listing })}
                onClick={() => void inText.replace(row.key, other)}
              >
                {text('nearMiss.replace')}
              </Button>
            )}
          </Flex>
        );
      })}
    </Flex>
  );
};

import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { LiveAnswer } from '../api/answers';
import { colourOfChange } from '../figures/colour-of-change';
import { formatMarketTime, formatPrice } from '../figures/format-figures';
import { formatMovement } from '../figures/format-movement';
import { useText } from '../text/use-text';
import type { QuoteRow } from './quote-rows';

/** The figures of a row: the published ones if there are any, otherwise the live quote. */
const figuresOf = ({ snapshot }: QuoteRow, answer: LiveAnswer | undefined) =>
  snapshot && snapshot.price !== null ? { ...snapshot, price: snapshot.price } : answer?.quote;

/** The price of a row, struck through if it is void. */
export const RowPrice = ({ row, answer }: { row: QuoteRow; answer: LiveAnswer | undefined }) => {
  const { locale } = useIntl();
  const figures = figuresOf(row, answer);
  if (!figures) return null;
  const price = formatPrice(locale, figures.price, figures.currency, figures.priceDecimals);
  const isOut = row.state === 'voided' || row.state === 'removed';
  return (
    <Typography fontWeight="semiBold" textColor={isOut ? 'neutral600' : 'neutral800'}>
      {isOut ? <Box tag="s">{price}</Box> : price}
    </Typography>
  );
};

/** The change of the price, its time, and the live price if it differs. */
export const RowMovement = ({ row, answer }: { row: QuoteRow; answer: LiveAnswer | undefined }) => {
  const text = useText();
  const { locale } = useIntl();
  const figures = figuresOf(row, answer);
  if (!figures) return null;
  const { snapshot, state } = row;
  const live = answer?.quote;
  const isOut = state === 'voided' || state === 'removed';
  const movement = formatMovement(locale, figures);
  const differs = snapshot && snapshot.price !== null && live !== undefined && live.price !== snapshot.price;
  return (
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      {movement && (
        <Typography
          variant="pi"
          textColor={isOut ? 'neutral600' : colourOfChange(figures.change ?? figures.changePercent)}
        >
          {movement}
        </Typography>
      )}
      {figures.quotedAt && (
        <Typography variant="pi" textColor="neutral600">
          {formatMarketTime(locale, figures.quotedAt, row.named?.mic ?? snapshot?.mic ?? null, new Date())}
        </Typography>
      )}
      {differs && (
        <Typography variant="pi" textColor="neutral800">
          {text('quote.now', { price: formatPrice(locale, live.price, live.currency, live.priceDecimals) })}
        </Typography>
      )}
    </Flex>
  );
};

import { Box, Flex, Typography } from '@strapi/design-system';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { colourOfChange } from './colour-of-change';
import { formatPrice } from './format-figures';
import { formatMovement } from './format-movement';

export interface FiguresProps {
  price: number;
  change: number | null;
  changePercent: number | null;
  currency: string | null;
  priceDecimals: number | null;
  /** Whether the figures are void. */
  struck?: boolean;
}

/** A price and its change. The sign and the colour show the direction. */
export const Figures = memo(({ struck = false, ...figures }: FiguresProps) => {
  const { locale } = useIntl();
  const { price, change, changePercent, currency, priceDecimals } = figures;
  const movement = formatMovement(locale, figures);
  const words = formatPrice(locale, price, currency, priceDecimals);
  return (
    <Flex gap={2} wrap="wrap" alignItems="baseline">
      <Typography fontWeight="semiBold" textColor={struck ? 'neutral600' : 'neutral800'}>
        {struck ? <Box tag="s">{words}</Box> : words}
      </Typography>
      {movement && (
        <Typography variant="pi" textColor={struck ? 'neutral600' : colourOfChange(change ?? changePercent)}>
          {movement}
        </Typography>
      )}
    </Flex>
  );
});
Figures.displayName = 'Figures';

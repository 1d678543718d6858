import { Box, Flex, Typography } from '@strapi/design-system';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { formatChange, formatPercent, formatPrice } from './format-figures';

export interface FiguresProps {
  price: number;
  change: number | null;
  changePercent: number | null;
  currency: string | null;
  priceDecimals: number | null;
  /** Figures that must not be used any more. */
  struck?: boolean;
}

const colourOf = (change: number | null): string => {
  if (!change) return 'neutral600';
  return change > 0 ? 'success600' : 'danger600';
};

/** A price and its change, whose direction is shown by sign and by colour. */
export const Figures = memo(
  ({ price, change, changePercent, currency, priceDecimals, struck = false }: FiguresProps) => {
    const { locale } = useIntl();
    const movement = [
      change === null ? '' : formatChange(locale, change, priceDecimals),
      changePercent === null ? '' : formatPercent(locale, changePercent),
    ].filter(Boolean);
    return (
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography fontWeight="semiBold" textColor={struck ? 'neutral600' : 'neutral800'}>
          {struck ? (
            <Box tag="s">{formatPrice(locale, price, currency, priceDecimals)}</Box>
          ) : (
            formatPrice(locale, price, currency, priceDecimals)
          )}
        </Typography>
        {movement.length > 0 && (
          <Typography variant="pi" textColor={struck ? 'neutral600' : colourOf(change ?? changePercent)}>
            {movement.join(' · ')}
          </Typography>
        )}
      </Flex>
    );
  },
);
Figures.displayName = 'Figures';

import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface ListingProps {
  symbol: string;
  exchange: string | null;
  name: string | null | undefined;
  /** A badge at the end of the line. */
  badge?: ReactNode;
  children?: ReactNode;
}

/** One line of a list in the panel: a listing, and details about it. */
export const Listing = ({ symbol, exchange, name, badge, children }: ListingProps) => (
  <Flex
    tag="li"
    direction="column"
    alignItems="stretch"
    gap={1}
    paddingTop={2}
    paddingBottom={2}
    borderColor="neutral150"
    borderStyle="solid"
    borderWidth="1px 0 0 0"
  >
    <Flex justifyContent="space-between" gap={2} alignItems="flex-start">
      <Typography fontWeight="bold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {name ?? symbol}
      </Typography>
      {badge}
    </Flex>
    <Typography variant="pi" textColor="neutral600">
      {exchange ? `${exchange}: ${symbol}` : `$${symbol}`}
    </Typography>
    {children}
  </Flex>
);

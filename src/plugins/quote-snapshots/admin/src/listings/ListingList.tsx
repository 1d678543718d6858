import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

/** Taller lists get a scroll bar of their own: an article may name sixty listings, and there are other panels. */
const MOST_HEIGHT = '48rem';

/** A list with a title; not shown where it is empty. */
export const ListingList = ({
  title,
  count,
  children,
}: {
  title: string;
  count: number;
  children: ReactNode;
}) => {
  const id = useId();
  if (count === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Typography tag="h3" id={id} variant="omega" fontWeight="bold" textColor="neutral700">
        {`${title} (${count})`}
      </Typography>
      {/* What scrolls must be reachable by keyboard. */}
      <Box
        tag="ul"
        aria-labelledby={id}
        tabIndex={0}
        maxHeight={MOST_HEIGHT}
        overflow="auto"
        width="100%"
        paddingRight={1}
      >
        {children}
      </Box>
    </Flex>
  );
};

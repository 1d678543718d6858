import { Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

/** Longer lists scroll, because an article may have a dozen findings and other panels follow below. */
const MOST_HEIGHT = '32rem';

export const TitledList = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography tag="h3" id={id} variant="omega" fontWeight="bold" textColor="neutral700">
        {title}
      </Typography>
      <Flex
        tag="ul"
        aria-labelledby={id}
        // A scrolling area must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        direction="column"
        alignItems="stretch"
        gap={3}
        maxHeight={MOST_HEIGHT}
        overflow="auto"
      >
        {children}
      </Flex>
    </Flex>
  );
};

import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text';
import type { Part } from './shown-parts';

/** A part of a publication under its name. Without children, it says that the role may not read the part. */
export const PartSection = ({ part, children }: { part: Part; children?: ReactNode }) => {
  const text = useText();
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={1} aria-label={text(`compare.${part}`)}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text(`compare.${part}`)}
      </Typography>
      {children ?? <Typography textColor="neutral600">{text('compare.withheld')}</Typography>}
    </Flex>
  );
};

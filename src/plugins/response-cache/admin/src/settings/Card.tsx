import { Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface CardProps {
  title: string;
  /** Shown beside the title. */
  badges?: ReactNode;
  children: ReactNode;
}

/** A part of the settings page with its own heading. */
export const Card = ({ title, badges, children }: CardProps) => {
  const id = useId();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={4}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
    >
      <Flex gap={2} wrap="wrap">
        <Typography id={id} tag="h2" variant="delta">
          {title}
        </Typography>
        {badges}
      </Flex>
      {children}
    </Flex>
  );
};

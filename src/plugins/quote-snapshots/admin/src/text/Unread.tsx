import { Button, Flex, Typography } from '@strapi/design-system';
import { useText, type TextKey } from './use-text';

/** Says what could not be loaded, with a button to load it again. */
export const Unread = ({ what, onAgain }: { what: TextKey; onAgain(): void }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography textColor="danger600">{text(what)}</Typography>
      <Button variant="tertiary" size="S" onClick={onAgain}>
        {text('tryAgain')}
      </Button>
    </Flex>
  );
};

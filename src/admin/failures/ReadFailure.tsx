import { Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';

interface ReadFailureProps {
  /** What could not be read, as a sentence. */
  message: string;
  onAgain(): void;
}

/** Says that something could not be read, and offers to read it again. */
export const ReadFailure = ({ message, onAgain }: ReadFailureProps) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography textColor="danger600">{message}</Typography>
      <Button variant="tertiary" size="S" onClick={onAgain}>
        {text('checks.again')}
      </Button>
    </Flex>
  );
};

import { Button, Flex, Typography } from '@strapi/design-system';
import { refusalOf } from './refusal-of';
import { useRefusalText } from './use-refusal-text';
import { useText, type TextKey } from './use-text';

interface UnreadProps {
  what: TextKey;
  /** The error. If the server refused the request, its reason is shown instead. */
  error?: unknown;
  onAgain(): void;
}

/** Says what could not be loaded, with a button to load it again. */
export const Unread = ({ what, error, onAgain }: UnreadProps) => {
  const text = useText();
  const refusalText = useRefusalText();
  const refusal = refusalOf(error);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography textColor="danger600" role="alert">
        {refusal ? refusalText(refusal) : text(what)}
      </Typography>
      <Button variant="tertiary" size="S" onClick={onAgain}>
        {text('tryAgain')}
      </Button>
    </Flex>
  );
};

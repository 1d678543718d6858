import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useText } from '../text/use-text';

interface AddTickerButtonProps {
  listing: string;
  /** Undefined where the role may not add tickers. */
  onAdd: (() => void) | undefined;
  isAdding: boolean;
}

/** Says that the newsroom has no ticker of a listing, and adds it. */
export const AddTickerButton = ({ listing, onAdd, isAdding }: AddTickerButtonProps) => {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral800">
        {text('ticker.unknown')}
      </Typography>
      {onAdd && (
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          loading={isAdding}
          aria-label={text('ticker.addNamed', { instrument: listing })}
          onClick={onAdd}
        >
          {text('ticker.add')}
        </Button>
      )}
    </Flex>
  );
};

import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { ConfirmUnknown } from './ConfirmUnknown';
import { useText } from '../text/use-text';

interface AddTickerButtonProps {
  listing: string;
  /** Undefined if the role may not add tickers. */
  onAdd: (() => void) | undefined;
  isAdding: boolean;
  /** Whether the provider has no quote of it. Then a question comes before it is added. */
  isUnquoted: boolean;
}

/** Says that the newsroom has no ticker for a listing, with a button to add it. */
export const AddTickerButton = ({ listing, onAdd, isAdding, isUnquoted }: AddTickerButtonProps) => {
  const text = useText();
  const [isAsked, setAsked] = useState(false);
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
          onClick={isUnquoted ? () => setAsked(true) : onAdd}
        >
          {text('ticker.add')}
        </Button>
      )}
      {onAdd && isAsked && (
        <ConfirmUnknown listing={listing} onConfirm={onAdd} onClose={() => setAsked(false)} />
      )}
    </Flex>
  );
};

import { Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { AddedTicker } from './use-added-tickers';

interface AddedNoticeProps {
  added: readonly AddedTicker[];
  isBusy: boolean;
  onUndo(): void;
  onClose(): void;
}

/** Says which tickers were added, with a button that removes them again. */
export const AddedNotice = ({ added, isBusy, onUndo, onClose }: AddedNoticeProps) => {
  const text = useText();
  const [first] = added;
  if (!first) return null;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={2}
      padding={3}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
    >
      <Typography textColor="neutral800" role="status">
        {added.length === 1
          ? text('ticker.added', { instrument: first.listing })
          : text('added.many', { count: added.length })}
      </Typography>
      <Flex gap={2}>
        <Button variant="tertiary" size="S" loading={isBusy} onClick={onUndo}>
          {text('added.undo')}
        </Button>
        <Button variant="ghost" size="S" onClick={onClose}>
          {text('close')}
        </Button>
      </Flex>
    </Flex>
  );
};

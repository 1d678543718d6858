import { Button, Flex, Typography } from '@strapi/design-system';
import type { RowCounts } from '../rows/quote-rows';
import { useText } from '../text/use-text';

interface PublishedNoticeProps {
  counts: RowCounts;
  /** Leads to the rows that need attention. */
  onShow(): void;
  onClose(): void;
}

/** The result of a publication: `Published. 16 quotes captured, 2 need attention.` It is updated as quotes arrive. */
export const PublishedNotice = ({ counts, onShow, onClose }: PublishedNoticeProps) => {
  const text = useText();
  const { captured, waiting, needing } = counts;
  const parts = [
    text('outcome.captured', { count: captured }),
    waiting > 0 ? text('outcome.waiting', { count: waiting }) : '',
    needing > 0 ? text('outcome.needing', { count: needing }) : '',
  ].filter(Boolean);
  const isFine = needing === 0 && waiting === 0;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={2}
      padding={3}
      hasRadius
      background={isFine ? 'success100' : 'warning100'}
      borderColor={isFine ? 'success200' : 'warning200'}
    >
      <Typography textColor="neutral800" role="status">
        {text('outcome', { parts: parts.join(', ') })}
      </Typography>
      <Flex gap={2}>
        {needing > 0 && (
          <Button variant="tertiary" size="S" onClick={onShow}>
            {text('outcome.show')}
          </Button>
        )}
        <Button variant="ghost" size="S" onClick={onClose}>
          {text('close')}
        </Button>
      </Flex>
    </Flex>
  );
};

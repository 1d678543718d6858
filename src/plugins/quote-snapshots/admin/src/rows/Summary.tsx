import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { RowCounts } from './quote-rows';

/** `15 captured · 3 need you`, and the changes that publishing would make, if there are any. */
export const Summary = ({ counts, isEmpty }: { counts: RowCounts; isEmpty: boolean }) => {
  const text = useText();
  const { captured, waiting, needing, toCapture, toRemove } = counts;
  const standing = [
    captured > 0 ? text('summary.captured', { count: captured }) : '',
    waiting > 0 ? text('summary.waiting', { count: waiting }) : '',
    needing > 0 ? text('summary.needing', { count: needing }) : '',
  ].filter(Boolean);
  const changes = [
    toCapture > 0 ? text('outlook.captures', { count: toCapture }) : '',
    toRemove > 0 ? text('outlook.removes', { count: toRemove }) : '',
  ].filter(Boolean);
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {standing.length > 0 && (
        <Typography fontWeight="bold" textColor="neutral800">
          {standing.join(' · ')}
        </Typography>
      )}
      {changes.length > 0 && <Typography textColor="neutral800">{changes.join(' ')}</Typography>}
      {isEmpty && <Typography textColor="neutral800">{text('draft.empty')}</Typography>}
    </Flex>
  );
};

import { useId } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Status } from '../api/answers';
import { useText } from '../text/use-text';
import { RecordLink } from '../links/RecordLink';
import { Card } from './Card';
import { causeOf } from './cause-of';

interface QueueCardProps {
  status: Status | undefined;
  isError: boolean;
  onRefresh(): void;
}

/** The number of pending snapshots, and the reasons why others have no quote. */
export const QueueCard = ({ status, isError, onRefresh }: QueueCardProps) => {
  const text = useText();
  const heading = useId();
  const { formatDate, formatNumber } = useIntl();
  return (
    <Card title={text('queue')}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        {isError && !status && <Typography textColor="danger600">{text('queue.failed')}</Typography>}
        {status && (
          <Typography>
            {status.pending === 0 ? text('queue.empty') : text('queue.pending', { count: status.pending })}
          </Typography>
        )}
        {status?.oldestPendingAt && (
          <Typography textColor="neutral600">
            {text('queue.oldest', {
              time: formatDate(status.oldestPendingAt, { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </Typography>
        )}
        {status && status.failures.length > 0 && (
          <Box>
            <Typography id={heading} variant="sigma" textColor="neutral600">
              {text('queue.without')}
            </Typography>
            <ul aria-labelledby={heading}>
              {status.failures.map(({ code, count }) => (
                <Typography
                  tag="li"
                  key={code}
                >{`${text(causeOf(code))}: ${formatNumber(count)}`}</Typography>
              ))}
            </ul>
          </Box>
        )}
        <RecordLink label="record.open" />
        <Button variant="tertiary" size="S" onClick={onRefresh}>
          {text('refresh')}
        </Button>
      </Flex>
    </Card>
  );
};

import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

const ShortDate = ({ at }: { at: string | undefined }) => {
  const { formatDate } = useIntl();
  if (!at) return null;
  return (
    <time dateTime={at}>
      <Flex direction="column" alignItems="flex-start">
        <Typography textColor="neutral800">{formatDate(at, { dateStyle: 'medium' })}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {formatDate(at, { timeStyle: 'short' })}
        </Typography>
      </Flex>
    </time>
  );
};

/** The cell with the date of the last change: the day above the time, so that the column is narrow. */
export const changedCell = ({ updatedAt }: { updatedAt?: string }) => <ShortDate at={updatedAt} />;

import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

const ShortDate = ({ at }: { at: string | undefined }) => {
  const { formatDate } = useIntl();
  if (!at) return null;
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
    </Typography>
  );
};

/** The cell of the column that says when an entry was changed: day and time, in short. */
export const changedCell = ({ updatedAt }: { updatedAt?: string }) => <ShortDate at={updatedAt} />;

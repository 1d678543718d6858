import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLanguageName } from '../publication-checks/use-language-name';
import { useText } from '../text/use-text';
import { RecordList } from './RecordList';
import { useWordingsQuery } from './records-api';

/** Every text with which a disclaimer was published. */
export const Wordings = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const languageName = useLanguageName();
  const [page, setPage] = useState(1);
  const { data, isError, refetch } = useWordingsQuery(page);
  return (
    <RecordList answer={data} isError={isError} page={page} onPage={setPage} onAgain={() => void refetch()}>
      {({ name, key, text: words, language, wordedAt }) => (
        <>
          <Typography tag="h3" fontWeight="bold">
            {name ?? key ?? ''}
          </Typography>
          <Typography style={{ whiteSpace: 'pre-line' }}>{words ?? ''}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {[
              language ? languageName(language) : '',
              wordedAt
                ? text('records.worded', {
                    time: formatDate(wordedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </>
      )}
    </RecordList>
  );
};

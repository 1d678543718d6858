import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ArticlePlace } from '../corrections/publications';
import { RecordDialog } from '../corrections/RecordDialog';
import { useByText } from '../text/use-by-text';
import { useReasonText } from '../text/use-reason-text';
import { useText, type TextKey } from '../text/use-text';
import { useLanguageName } from '../publication-checks/use-language-name';
import en from '../translations/en.json';
import { RecordList } from './RecordList';
import { useActsQuery } from './records-api';

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

/** The list of acts: who did what to the publication of which article, when and why. */
export const Acts = () => {
  const text = useText();
  const byText = useByText();
  const reasonText = useReasonText();
  const languageName = useLanguageName();
  const { formatDate } = useIntl();
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<ArticlePlace | undefined>();
  const { data, isError, refetch } = useActsQuery(page);
  // A newer version may have stored an act for which this version has no text.
  const nameOf = (act: string) => {
    const key = `act.${act}`;
    return isText(key) ? text(key) : act;
  };
  return (
    <>
      <RecordList answer={data} isError={isError} page={page} onPage={setPage} onAgain={() => void refetch()}>
        {({ act, at, by, byKind, reason, reasons, articleDocumentId, articleLocale }) => (
          <>
            <Typography tag="h3" fontWeight="bold">
              {nameOf(act ?? '')}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {[
                byText({ by, byKind }),
                at ? formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            {reason && <Typography>{reasonText({ reason, reasons })}</Typography>}
            {articleDocumentId && (
              <Flex gap={4} wrap="wrap">
                {act !== 'deleted' && (
                  <Link
                    tag={NavLink}
                    to={`/content-manager/collection-types/api::article.article/${articleDocumentId}?plugins[i18n][locale]=${articleLocale ?? ''}`}
                  >
                    {text('records.article', { locale: articleLocale ? languageName(articleLocale) : '–' })}
                  </Link>
                )}
                {articleLocale && (
                  // Once an article is deleted, its record can be opened only from here, from any of its lines.
                  <Button
                    variant="tertiary"
                    size="S"
                    onClick={() => setOpened({ documentId: articleDocumentId, locale: articleLocale })}
                  >
                    {text('publications.seen')}
                  </Button>
                )}
              </Flex>
            )}
          </>
        )}
      </RecordList>
      {opened && <RecordDialog place={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};

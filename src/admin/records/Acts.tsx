import { Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { useActorText } from '../text/use-actor-text';
import { useText, type TextKey } from '../text/use-text';
import { useLanguageName } from '../publication-checks/use-language-name';
import en from '../translations/en.json';
import { RecordList } from './RecordList';
import { useActsQuery } from './records-api';

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

/** Who did what to the publication of which article, when and why. */
export const Acts = () => {
  const text = useText();
  const actorText = useActorText();
  const languageName = useLanguageName();
  const { formatDate } = useIntl();
  const [page, setPage] = useState(1);
  const { data, isError, refetch } = useActsQuery(page);
  // A newer version may have written an act that this one has no words for.
  const nameOf = (act: string) => {
    const key = `act.${act}`;
    return isText(key) ? text(key) : act;
  };
  return (
    <RecordList answer={data} isError={isError} page={page} onPage={setPage} onAgain={() => void refetch()}>
      {({ act, at, by, reason, articleDocumentId, articleLocale }) => (
        <>
          <Typography tag="h3" fontWeight="bold">
            {nameOf(act ?? '')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {[by && actorText(by), at ? formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' }) : '']
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {reason && <Typography>{reason}</Typography>}
          {articleDocumentId && (
            <Link
              tag={NavLink}
              to={`/content-manager/collection-types/api::article.article/${articleDocumentId}?plugins[i18n][locale]=${articleLocale ?? ''}`}
            >
              {text('records.article', { locale: articleLocale ? languageName(articleLocale) : '–' })}
            </Link>
          )}
        </>
      )}
    </RecordList>
  );
};

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
import { addressOf } from '../agenda/agenda';
import { placeKey, placesOf, type Place } from './openable-articles';
import { RecordList } from './RecordList';
import { useActsQuery, useOpenableArticlesQuery } from './records-api';

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

interface ActLinksProps {
  place: Place;
  /** The articles that can be opened, as {@link placeKey}. */
  openable: readonly string[];
  onOpen(place: Place): void;
}

/** The links of a line: the article, as long as it exists in its locale, and what readers saw of it. */
const ActLinks = ({ place, openable, onOpen }: ActLinksProps) => {
  const text = useText();
  const languageName = useLanguageName();
  return (
    <Flex gap={4} wrap="wrap">
      {openable.includes(placeKey(place)) && (
        <Link tag={NavLink} to={addressOf(place)}>
          {text('records.article', { locale: languageName(place.locale) })}
        </Link>
      )}
      <Button variant="tertiary" size="S" onClick={() => onOpen(place)}>
        {text('publications.seen')}
      </Button>
    </Flex>
  );
};

/** The list of acts: who did what to the publication of which article, when and why. */
export const Acts = () => {
  const text = useText();
  const byText = useByText();
  const reasonText = useReasonText();
  const { formatDate } = useIntl();
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<ArticlePlace | undefined>();
  const { data, isError, refetch } = useActsQuery(page);
  const places = placesOf(data?.results ?? []);
  const { currentData: openable = [] } = useOpenableArticlesQuery(places, { skip: places.length === 0 });
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
            {articleDocumentId && articleLocale && (
              <ActLinks
                place={{ documentId: articleDocumentId, locale: articleLocale }}
                openable={openable}
                onOpen={setOpened}
              />
            )}
          </>
        )}
      </RecordList>
      {opened && <RecordDialog place={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};

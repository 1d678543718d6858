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
import { MovedTimes } from './MovedTimes';
import { OneArticle } from './OneArticle';
import { placeKey, placesOf, type Place } from './openable-articles';
import { RecordList } from './RecordList';
import { useActsQuery, useOpenableArticlesQuery } from './records-api';
import { useShownArticle } from './use-shown-article';

const isText = (key: string): key is TextKey => Object.hasOwn(en, key);

interface ActLinksProps {
  place: Place;
  /** The articles that can be opened, as {@link placeKey}. */
  openable: readonly string[];
  onOpen(place: Place): void;
  /** Undefined if the list has only this article already. */
  onOnly: ((documentId: string) => void) | undefined;
}

/** The links of a line: the article, as long as it exists in its locale, what readers saw of it, and its acts alone. */
const ActLinks = ({ place, openable, onOpen, onOnly }: ActLinksProps) => {
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
      {onOnly && (
        <Button variant="tertiary" size="S" onClick={() => onOnly(place.documentId)}>
          {text('records.onlyThis')}
        </Button>
      )}
    </Flex>
  );
};

interface ActListProps {
  /** The documentId of the article whose acts alone are shown; undefined for all. */
  article: string | undefined;
  onArticle(documentId: string | undefined): void;
}

const ActList = ({ article, onArticle }: ActListProps) => {
  const text = useText();
  const byText = useByText();
  const reasonText = useReasonText();
  const { formatDate } = useIntl();
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<ArticlePlace | undefined>();
  const { data, isError, refetch } = useActsQuery({ page, article });
  const places = placesOf(data?.results ?? []);
  const { currentData: openable = [] } = useOpenableArticlesQuery(places, { skip: places.length === 0 });
  // A newer version may have stored an act for which this version has no text.
  const nameOf = (act: string) => {
    const key = `act.${act}`;
    return isText(key) ? text(key) : act;
  };
  // Strapi drops a filter on a field that the role may not read, and answers with the acts of all articles.
  const isUnfiltered =
    article !== undefined && data?.results.some(({ articleDocumentId }) => articleDocumentId !== article);
  return (
    <>
      {article !== undefined && (
        <OneArticle
          documentId={article}
          hasLines={Boolean(data?.results.length) && !isUnfiltered}
          onAll={() => onArticle(undefined)}
        />
      )}
      {isUnfiltered ? (
        <Typography>{text('records.cannotFilter')}</Typography>
      ) : (
        <RecordList
          answer={data}
          isError={isError}
          page={page}
          onPage={setPage}
          onAgain={() => void refetch()}
        >
          {({ act, at, by, byKind, reason, reasons, before, after, articleDocumentId, articleLocale }) => (
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
              <MovedTimes act={{ before, after }} />
              {reason && <Typography>{reasonText({ reason, reasons })}</Typography>}
              {articleDocumentId && articleLocale && (
                <ActLinks
                  place={{ documentId: articleDocumentId, locale: articleLocale }}
                  openable={openable}
                  onOpen={setOpened}
                  onOnly={article === undefined ? onArticle : undefined}
                />
              )}
            </>
          )}
        </RecordList>
      )}
      {opened && <RecordDialog place={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};

/** The list of acts: who did what to the publication of which article, when and why; of one article if the address says which. */
export const Acts = () => {
  const { article, show } = useShownArticle();
  // The key begins with the first page, and shows no lines of the other list until its own are read.
  return <ActList key={article ?? ''} article={article} onArticle={show} />;
};

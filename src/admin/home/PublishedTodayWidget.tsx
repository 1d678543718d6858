import { Widget } from '@strapi/strapi/admin';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { useLanguageName } from '../publication-checks/use-language-name';
import { useByText } from '../text/use-by-text';
import { useText } from '../text/use-text';
import { usePublicationsSinceQuery, type Publication } from './published-today-api';
import { startOfDay } from './start-of-day';

/** How often the list is refreshed, in milliseconds. */
const LOOK_AGAIN_MS = 30_000;

const ARTICLES = '/content-manager/collection-types/api::article.article';

const Quotes = ({ quotes }: { quotes: NonNullable<Publication['quotes']> }) => {
  const text = useText();
  const open = quotes.pending + quotes.unavailable;
  return (
    <Typography variant="pi" textColor={open > 0 ? 'danger600' : 'neutral800'}>
      {[
        ...(quotes.captured > 0 || open === 0 ? [text('today.captured', { count: quotes.captured })] : []),
        ...(open > 0 ? [text('today.open', { count: open })] : []),
      ].join(' · ')}
    </Typography>
  );
};

const Item = ({ publication }: { publication: Publication }) => {
  const text = useText();
  const languageName = useLanguageName();
  const { formatTime } = useIntl();
  const { documentId, locale, title, at, change, quotes } = publication;
  const by = useByText()(publication);
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" paddingTop={2} paddingBottom={2}>
      <Link tag={NavLink} to={`${ARTICLES}/${documentId}?plugins[i18n][locale]=${locale}`}>
        {title ?? text('today.untitled')}
      </Link>
      {quotes && <Quotes quotes={quotes} />}
      <Typography variant="pi" textColor="neutral600">
        <time dateTime={at}>{formatTime(at, { timeStyle: 'short' })}</time>
        {[
          '',
          languageName(locale),
          ...(by ? [by] : []),
          ...(change === 'first' ? [] : [text(`publication.${change}`)]),
        ].join(' · ')}
      </Typography>
    </Flex>
  );
};

/** The home page's list of articles that were published since midnight in the user's own zone. */
export const PublishedTodayWidget = () => {
  const text = useText();
  const { data, isLoading, isError } = usePublicationsSinceQuery(startOfDay(new Date()).toISOString(), {
    pollingInterval: LOOK_AGAIN_MS,
  });
  if (isLoading) return <Widget.Loading />;
  if (isError || !data) return <Widget.Error />;
  if (data.data.length === 0) return <Widget.NoData>{text('today.none')}</Widget.NoData>;
  return (
    <Box width="100%">
      <ul>
        {data.data.map((publication) => (
          <Item
            key={`${publication.documentId} ${publication.locale} ${publication.at}`}
            publication={publication}
          />
        ))}
      </ul>
      {data.meta.more && (
        <Link tag={NavLink} to={ARTICLES}>
          {text('today.more')}
        </Link>
      )}
    </Box>
  );
};

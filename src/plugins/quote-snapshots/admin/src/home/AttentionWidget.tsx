import { Widget } from '@strapi/admin/strapi-admin';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { AttentionItem } from '../api/answers';
import { useAttentionQuery } from '../api/quotes-api';
import { RecordLink } from '../links/RecordLink';
import { useLanguageName } from '../text/use-language-name';
import { useText } from '../text/use-text';
import { useTypeName } from '../text/use-type-name';

const addressOf = ({ kind, type, documentId, locale }: AttentionItem): string => {
  const place = kind === 'singleType' ? `single-types/${type}` : `collection-types/${type}/${documentId}`;
  return `/content-manager/${place}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`;
};

const Item = ({ item }: { item: AttentionItem }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const languageName = useLanguageName();
  const nameOfType = useTypeName();
  const { title, typeName, locale, failed, pending, publishedAt } = item;
  const troubles = [
    failed > 0 ? text('attention.failed', { count: failed }) : '',
    pending > 0 ? text('attention.pending', { count: pending }) : '',
  ].filter(Boolean);
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" paddingTop={2} paddingBottom={2}>
      <Link tag={NavLink} to={addressOf(item)}>
        {title}
      </Link>
      <Typography variant="pi" textColor={failed > 0 ? 'danger600' : 'neutral800'}>
        {troubles.join(', ')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {[
          nameOfType(typeName),
          locale && languageName(locale),
          formatDate(publishedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Flex>
  );
};

/** How often the list is read again, in milliseconds. Quotes fail or arrive while the page is open. */
const LOOK_AGAIN_MS = 15_000;

/** The widget of the home page that lists publications whose quotes failed or are overdue. */
export const AttentionWidget = () => {
  const text = useText();
  const { data, isLoading, isError } = useAttentionQuery(undefined, { pollingInterval: LOOK_AGAIN_MS });
  if (isLoading) return <Widget.Loading />;
  if (isError || !data) return <Widget.Error />;
  if (data.data.length === 0) return <Widget.NoData>{text('attention.none')}</Widget.NoData>;
  return (
    <Box width="100%">
      <Box tag="ul">
        {data.data.map((item) => (
          <Item key={`${item.type} ${item.documentId} ${item.locale}`} item={item} />
        ))}
      </Box>
      <RecordLink label="record.open" />
    </Box>
  );
};

import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { RecordedSnapshot } from '../api/answers';
import { SnapshotFacts } from '../record/SnapshotFacts';
import { StateBadge } from '../record/StateBadge';
import { useLanguageName } from '../text/use-language-name';
import { useText } from '../text/use-text';
import { useTypeName } from '../text/use-type-name';
import { recordAddress } from '../links/record-filter';

/** The address of a document in the content manager. */
const editAddress = ({
  kind,
  type,
  documentId,
  locale,
}: NonNullable<RecordedSnapshot['document']>): string => {
  const place = kind === 'singleType' ? `single-types/${type}` : `collection-types/${type}/${documentId}`;
  return `/content-manager/${place}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`;
};

const Document = ({ document }: Pick<RecordedSnapshot, 'document'>) => {
  const text = useText();
  const languageName = useLanguageName();
  const nameOfType = useTypeName();
  if (!document) return null;
  const typeName = nameOfType(document.typeName);
  const title = document.title ?? `${typeName} ${document.documentId}`;
  return (
    <>
      {document.exists ? (
        <Link tag={NavLink} to={editAddress(document)}>
          {title}
        </Link>
      ) : (
        <Typography>{text('record.deleted', { title })}</Typography>
      )}
      <Flex gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {[typeName, document.locale && languageName(document.locale)].filter(Boolean).join(' · ')}
        </Typography>
        <Link tag={NavLink} to={recordAddress({ document: document.documentId })}>
          <Typography variant="pi">{text('record.only')}</Typography>
        </Link>
      </Flex>
    </>
  );
};

/** One snapshot of the record: its listing, state, figures, reason, document and times. */
export const RecordRow = ({ snapshot }: { snapshot: RecordedSnapshot }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const time = (iso: string) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
  const { symbol, exchange, mic, name, state, lateMinutes, createdAt, publishedAt, current, document } =
    snapshot;
  const market = exchange ?? mic;
  return (
    <Box
      tag="li"
      padding={4}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      style={{
        display: 'grid',
        gap: '0.8rem 2.4rem',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(26rem, 100%), 1fr))',
      }}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {name ?? symbol}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {market ? `${market}: ${symbol}` : symbol}
        </Typography>
        {state && <StateBadge state={state} late={lateMinutes !== null} />}
        {!current && state !== 'voided' && (
          <Typography variant="pi" textColor="neutral600">
            {text('record.past')}
          </Typography>
        )}
      </Flex>
      <Flex direction="column" alignItems="flex-start" gap={1} style={{ overflowWrap: 'anywhere' }}>
        <SnapshotFacts snapshot={snapshot} />
      </Flex>
      <Flex direction="column" alignItems="flex-start" gap={1} style={{ overflowWrap: 'anywhere' }}>
        <Document document={document} />
        {publishedAt && (
          <Typography variant="pi" textColor="neutral600">
            {text('history.publication', { time: time(publishedAt) })}
          </Typography>
        )}
        {createdAt && (
          <Typography variant="pi" textColor="neutral600">
            {text('record.recorded', { time: time(createdAt) })}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};

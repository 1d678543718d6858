import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { TitledList } from '../publication-checks/TitledList';
import { useByText } from '../text/use-by-text';
import { useText } from '../text/use-text';
import type { PublicationLine } from './publications';

const SHOUTED: ReadonlySet<string> = new Set(['retraction', 'unexplained']);

/** The publications of the article, newest first, with the declared change of each. */
export const PublicationList = ({ lines }: { lines: readonly PublicationLine[] }) => {
  const text = useText();
  const byText = useByText();
  const { formatDate } = useIntl();
  return (
    <TitledList title={text('publications')}>
      {lines.map(({ id, at, by, byKind, change, note, withheld }) => (
        <Flex key={id} tag="li" direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={2} alignItems="flex-start" wrap="wrap">
            <Typography textColor="neutral800">
              <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
            </Typography>
            <Box shrink={0}>
              <Badge textColor={SHOUTED.has(change) ? 'danger700' : 'neutral800'}>
                {text(`publication.${change}`)}
              </Badge>
            </Box>
          </Flex>
          {by && (
            <Typography variant="pi" textColor="neutral600">
              {byText({ by, byKind })}
            </Typography>
          )}
          {note && (
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {note}
            </Typography>
          )}
          {withheld.includes('note') && (
            <Typography variant="pi" textColor="neutral600">
              {text('publications.noteWithheld')}
            </Typography>
          )}
        </Flex>
      ))}
    </TitledList>
  );
};

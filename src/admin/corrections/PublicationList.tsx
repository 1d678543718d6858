import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { TitledList } from '../publication-checks/TitledList';
import { useActorText } from '../text/use-actor-text';
import { useText } from '../text/use-text';
import type { PublicationLine } from './publications';

const SHOUTED: ReadonlySet<string> = new Set(['retraction', 'unexplained']);

/** Every publication of the article, newest first, with what was said of it. */
export const PublicationList = ({ lines }: { lines: readonly PublicationLine[] }) => {
  const text = useText();
  const actorText = useActorText();
  const { formatDate } = useIntl();
  return (
    <TitledList title={text('publications')}>
      {lines.map(({ id, at, by, change, note }) => (
        <Flex key={id} tag="li" direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={2} alignItems="flex-start">
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
              {actorText(by)}
            </Typography>
          )}
          {note && (
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {note}
            </Typography>
          )}
        </Flex>
      ))}
    </TitledList>
  );
};

import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { DocumentPlace } from '../api/state-loader';
import { useEarlierSnapshotsQuery } from '../api/quotes-api';
import { Listing } from '../listings/Listing';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { SnapshotFacts } from './SnapshotFacts';
import { StateBadge } from './StateBadge';

interface HistoryDialogProps {
  place: DocumentPlace;
  /** Restricts the history to one listing, with its name. */
  only?: { instrument: string; listing: string };
  onClose(): void;
}

/** Earlier captures of this document: superseded, retired or void. No row is ever deleted from the record. */
export const HistoryDialog = ({ place, only, onClose }: HistoryDialogProps) => {
  const text = useText();
  const { formatDate } = useIntl();
  const [page, setPage] = useState(1);
  const { data, isFetching, isError, refetch } = useEarlierSnapshotsQuery({
    ...place,
    page,
    ...(only ? { instrument: only.instrument } : {}),
  });
  const pageCount = data?.meta.pageCount ?? 1;
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('close')}>
          <Modal.Title>{only ? text('history.of', { listing: only.listing }) : text('history')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {isError && <Unread what="history.failed" onAgain={() => void refetch()} />}
          {!data && isFetching && <Loader>{text('history.reading')}</Loader>}
          {data?.data.length === 0 && <Typography>{text('history.empty')}</Typography>}
          <Box tag="ul">
            {data?.data.map((snapshot) => (
              <Listing
                key={snapshot.documentId}
                symbol={snapshot.symbol}
                exchange={snapshot.exchange ?? snapshot.mic}
                name={snapshot.name}
                badge={<StateBadge state={snapshot.state} late={snapshot.lateMinutes !== null} />}
              >
                <SnapshotFacts snapshot={snapshot} />
                {snapshot.publishedAt && (
                  <Typography variant="pi" textColor="neutral600">
                    {text('history.publication', {
                      time: formatDate(snapshot.publishedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                    })}
                  </Typography>
                )}
              </Listing>
            ))}
          </Box>
        </Modal.Body>
        <Modal.Footer>
          {pageCount > 1 && (
            <Flex gap={2} alignItems="center">
              <Button
                variant="tertiary"
                disabled={page === 1 || isFetching}
                onClick={() => setPage((now) => now - 1)}
              >
                {text('history.later')}
              </Button>
              <Typography variant="pi">{text('history.page', { page, pageCount })}</Typography>
              <Button
                variant="tertiary"
                disabled={page >= pageCount || isFetching}
                onClick={() => setPage((now) => now + 1)}
              >
                {text('history.earlier')}
              </Button>
            </Flex>
          )}
          <Button variant="tertiary" onClick={onClose}>
            {text('close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

import { Button, Flex } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useRBAC } from '@strapi/admin/strapi-admin';
import { useState } from 'react';
import type { DocumentPlace } from '../api/state-loader';
import type { CurrentSnapshot } from '../api/answers';
import { useCurrentSnapshotsQuery } from '../api/quotes-api';
import { ListingList } from '../listings/ListingList';
import { PERMISSIONS } from '../permissions';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { HistoryDialog } from './HistoryDialog';
import { SnapshotRow } from './SnapshotRow';

/** How often the state of pending snapshots is asked for, in milliseconds. */
const LOOK_AGAIN_MS = 3_000;

const ACTS = [PERMISSIONS.recapture, PERMISSIONS.void];

const isWaiting = ({ state, replacement }: CurrentSnapshot): boolean =>
  state === 'pending' || replacement?.state === 'pending';

/** The snapshots of the current publication in this locale. Pending ones update by themselves. */
export const PublishedSection = ({ place }: { place: DocumentPlace }) => {
  const text = useText();
  const [polling, setPolling] = useState(0);
  const [showsHistory, setShowsHistory] = useState(false);
  const { allowedActions } = useRBAC(ACTS);
  const { data, isError, refetch } = useCurrentSnapshotsQuery(place, { pollingInterval: polling });

  const wanted = data?.data.some(isWaiting) ? LOOK_AGAIN_MS : 0;
  if (wanted !== polling) setPolling(wanted);

  if (isError && !data) {
    return <Unread what="published.failed" onAgain={() => void refetch()} />;
  }
  if (!data || (data.data.length === 0 && data.meta.earlier === 0)) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <ListingList title={text('published')} count={data.data.length}>
        {data.data.map((snapshot) => (
          <SnapshotRow
            key={snapshot.documentId}
            snapshot={snapshot}
            mayRecapture={allowedActions.canRecapture === true}
            mayVoid={allowedActions.canVoid === true}
          />
        ))}
      </ListingList>
      {data.meta.earlier > 0 && (
        <Button
          variant="tertiary"
          size="S"
          startIcon={<ClockCounterClockwise />}
          onClick={() => setShowsHistory(true)}
        >
          {text('history.open', { count: data.meta.earlier })}
        </Button>
      )}
      {showsHistory && <HistoryDialog place={place} onClose={() => setShowsHistory(false)} />}
    </Flex>
  );
};

import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useSnapshotStatesQuery } from '../api/quotes-api';
import type { DocumentPlace } from '../api/state-loader';
import { StateBadge } from '../record/StateBadge';
import { useText } from '../text/use-text';

/** How often a list refreshes the state of pending snapshots, in milliseconds. */
const LOOK_AGAIN_MS = 10_000;

const SHOWN = ['unavailable', 'pending', 'captured', 'voided'] as const;

/** A cell of the list: how many of a document's snapshots are in each state. */
export const StatesCell = (place: DocumentPlace) => {
  const text = useText();
  const [polling, setPolling] = useState(0);
  const { data, isError } = useSnapshotStatesQuery(place, { pollingInterval: polling });
  const wanted = data?.pending ? LOOK_AGAIN_MS : 0;
  if (wanted !== polling) setPolling(wanted);

  if (isError) return <Typography textColor="danger600">{text('column.failed')}</Typography>;
  if (!data) return null;
  const states = SHOWN.filter((state) => data[state]);
  if (states.length === 0) return <Typography textColor="neutral600">–</Typography>;
  return (
    // The states are below each other, because lists have many columns.
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {states.map((state) => (
        <Flex key={state} gap={1}>
          <Typography variant="pi" textColor="neutral800">
            {data[state]}
          </Typography>
          <StateBadge state={state} />
        </Flex>
      ))}
    </Flex>
  );
};

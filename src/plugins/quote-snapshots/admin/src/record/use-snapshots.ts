import { useState } from 'react';
import type { CurrentSnapshot } from '../api/answers';
import { useCurrentSnapshotsQuery } from '../api/quotes-api';
import type { DocumentPlace } from '../api/state-loader';

/** How often pending snapshots are refreshed, in milliseconds. */
const LOOK_AGAIN_MS = 3_000;

/** The same empty list for all renders. A new one would render every row again. */
const NONE: CurrentSnapshot[] = [];

const isWaiting = ({ state, replacement }: CurrentSnapshot): boolean =>
  state === 'pending' || replacement?.state === 'pending';

/**
 * The snapshots of the current publication. Pending ones update by themselves.
 *
 * @param place undefined if there is no document yet
 */
export const useSnapshots = (place: DocumentPlace | undefined) => {
  const [polling, setPolling] = useState(0);
  const { data, isError, refetch } = useCurrentSnapshotsQuery(
    place ?? { model: '', documentId: '', locale: undefined },
    { pollingInterval: polling, skip: place === undefined },
  );
  const shown = place ? data : undefined;
  const wanted = shown?.data.some(isWaiting) ? LOOK_AGAIN_MS : 0;
  if (wanted !== polling) setPolling(wanted);
  return {
    snapshots: shown?.data ?? NONE,
    /** The number of earlier captures in the history. */
    earlier: shown?.meta.earlier ?? 0,
    isReading: place !== undefined && !shown && !isError,
    failed: isError && !shown,
    again: () => void refetch(),
  };
};

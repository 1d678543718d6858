import type { SincePublication, Snapshot } from '../../article/article';
import type { PageRequest } from './page-request';
import { ifInTime } from './if-in-time';

interface SinceAnswer {
  data: {
    instrument: string;
    now: SincePublication['now'];
    change: number | null;
    changePercent: number | null;
    reason: string | null;
  }[];
}

/** How long a page waits for current prices, in milliseconds. */
const WAIT_MS = 1_500;

/**
 * Reads how the prices have changed since publication.
 *
 * @returns by instrument; empty if the provider is slow or cannot be asked
 */
export const readSince = async (
  { api, locale }: PageRequest,
  documentId: string,
  snapshots: readonly Snapshot[],
): Promise<ReadonlyMap<string, SincePublication>> => {
  if (!snapshots.some(({ state }) => state === 'captured')) return new Map();
  const query = new URLSearchParams({ documentId, locale });
  const answer = await ifInTime(
    WAIT_MS,
    api.getIfPossible<SinceAnswer>(`/api/quote-snapshots/since?${query}`),
  );
  return new Map(
    (answer?.data ?? []).map(({ instrument, now, change, changePercent, reason }) => [
      instrument,
      { now, change, changePercent, reason },
    ]),
  );
};

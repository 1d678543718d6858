import type { LiveQuote, SincePublication, Snapshot } from '../../article/article';
import { readLiveQuotes } from './live-quotes';
import type { PageRequest } from './page-request';

const compare = (snapshot: Snapshot, now: LiveQuote | undefined): SincePublication | undefined => {
  if (!now || snapshot.price === null || snapshot.state !== 'captured') return undefined;
  const { price, quotedAt, currency } = now;
  if (currency !== snapshot.currency) {
    return { price, quotedAt, change: null, changePercent: null, reason: null };
  }
  const change = price - snapshot.price;
  return { price, quotedAt, change, changePercent: (change / snapshot.price) * 100, reason: null };
};

/** Reads what has become of the prices at publication. @returns by instrument */
export const readSince = async (
  request: PageRequest,
  _documentId: string,
  snapshots: readonly Snapshot[],
): Promise<ReadonlyMap<string, SincePublication>> => {
  const instruments = snapshots.flatMap(({ instrument, state }) =>
    instrument && state === 'captured' ? [instrument] : [],
  );
  const box = await readLiveQuotes(request, instruments);
  const now = new Map((box?.data ?? []).map((quote) => [quote.instrument, quote]));
  return new Map(
    snapshots.flatMap((snapshot) => {
      const since = compare(snapshot, now.get(snapshot.instrument ?? ''));
      return since && snapshot.instrument ? [[snapshot.instrument, since] as const] : [];
    }),
  );
};

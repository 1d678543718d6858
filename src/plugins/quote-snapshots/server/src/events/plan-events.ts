import { RETIRED, type SnapshotRow } from '../store/snapshot-row';
import { EVENTS, type EventName } from './event-names';

/** One event of a publication. */
export interface PlannedEvent {
  name: EventName;
  /** The rows of the publication that readers see, and the changed rows that they do not see. */
  snapshots: SnapshotRow[];
  /** The rows that the event is about. */
  changed: SnapshotRow[];
}

export interface EventPlan {
  events: PlannedEvent[];
  /** The rows that need no further event after these are sent. */
  announced: SnapshotRow[];
}

/** The event for a row that is due even while other rows of its publication are pending, if there is one. */
const immediateEvent = (row: SnapshotRow): EventName | undefined => {
  if (row.current && row.state === 'voided') return EVENTS.QUOTE_SNAPSHOTS_VOIDED;
  if (row.current && row.state === 'captured' && row.correction !== null)
    return EVENTS.QUOTE_SNAPSHOTS_CORRECTED;
  // A replacement that was given up. The figure that it was to replace stays.
  if (!row.current && row.supersedes && row.state === 'unavailable' && row.failureCode !== RETIRED)
    return EVENTS.QUOTE_SNAPSHOTS_FAILED;
  return undefined;
};

const hasFigure = ({ state }: SnapshotRow): boolean => state === 'captured' || state === 'voided';

/**
 * The events that are due for one publication. Once none of its quotes is pending any more: `quote-snapshots.captured` if all of
 * them have a figure, otherwise `quote-snapshots.failed`. At once, because a page may show a figure that must not be used:
 * `quote-snapshots.voided`, `quote-snapshots.corrected`, and `quote-snapshots.failed` for a replacement that was given up.
 *
 * @param current the current rows of the publication
 * @param unannounced those of its rows that are not pending and have had no event
 */
export const planEvents = (
  current: readonly SnapshotRow[],
  unannounced: readonly SnapshotRow[],
): EventPlan => {
  const shown = current.filter(({ instrument }) => instrument !== null);
  const immediate = new Map<EventName, SnapshotRow[]>();
  for (const row of unannounced) {
    const name = immediateEvent(row);
    if (name) immediate.set(name, [...(immediate.get(name) ?? []), row]);
  }
  const events = [...immediate].map(([name, changed]): PlannedEvent => {
    const notShown = changed.filter((row) => !row.current);
    return { name, changed, snapshots: [...shown, ...notShown] };
  });
  // A row that was superseded or retired in the meantime changes nothing for readers.
  const fresh = unannounced.filter((row) => row.current && immediateEvent(row) === undefined);
  if (shown.some(({ state }) => state === 'pending'))
    return { events, announced: unannounced.filter((row) => !fresh.includes(row)) };
  if (fresh.length > 0) {
    const name = shown.every(hasFigure) ? EVENTS.QUOTE_SNAPSHOTS_CAPTURED : EVENTS.QUOTE_SNAPSHOTS_FAILED;
    events.push({ name, changed: fresh, snapshots: shown });
  }
  return { events, announced: [...unannounced] };
};

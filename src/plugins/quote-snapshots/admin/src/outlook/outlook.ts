import type { OutageCode } from '../rows/find-outage';

/** A listing that the edited draft names, as the text prints it. The exchange is null for a cashtag. */
export interface OutlookListing {
  symbol: string;
  exchange: string | null;
  /** Which row of the panel it has. */
  row: string;
}

/** A provider that gives no quotes at all. */
export interface Outage {
  code: OutageCode;
  /** As people know it: `Twelve Data`. */
  provider: string;
  /** When it is asked again, in epoch milliseconds. */
  nextAt: number;
  /** Whether it is being asked at this moment. */
  isTrying: boolean;
  /** Asks for everything that is missing at once. */
  tryNow(): void;
}

/** What stands between the edited draft and its quotes. */
export interface DraftOutlook {
  /** The listings that no provider has a quote of: publishing captures none. */
  unquoted: readonly OutlookListing[];
  /** The mentions that may be several listings. */
  ambiguous: readonly OutlookListing[];
  /** The provider that gives no quotes at all; null where it answers. Publishing goes on, and they are filled in later. */
  outage: Outage | null;
}

const NOTHING: DraftOutlook = { unquoted: [], ambiguous: [], outage: null };

let current = NOTHING;
let showInPanel: ((row: string) => void) | undefined;
const listeners = new Set<() => void>();

/**
 * Tells others of the draft that the panel shows.
 *
 * @param show scrolls to a row of the panel
 * @returns what ends it, once the panel is gone or shows another draft
 */
export const tellOutlook = (outlook: DraftOutlook, show: (row: string) => void): (() => void) => {
  current = outlook;
  showInPanel = show;
  for (const listener of listeners) listener();
  return () => {
    if (current !== outlook) return;
    current = NOTHING;
    showInPanel = undefined;
    for (const listener of listeners) listener();
  };
};

/**
 * For other panels of an edit view: `app.getPlugin('quote-snapshots').apis.outlook`. It is what `useSyncExternalStore` takes, and
 * asks nobody: the panel has asked already.
 */
export const outlookApi = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): DraftOutlook => current,
  /** Scrolls to a row of the panel, and focuses it. */
  show: (row: string): void => showInPanel?.(row),
};

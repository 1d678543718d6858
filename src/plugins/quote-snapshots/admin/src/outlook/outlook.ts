import type { OutageCode } from '../rows/find-outage';

/** A listing in the edited draft, as the text prints it. The exchange is null for a cashtag. */
export interface OutlookListing {
  symbol: string;
  exchange: string | null;
  /** The key of its row in the panel. */
  row: string;
}

/** A provider that answers no request. */
export interface Outage {
  code: OutageCode;
  /** The provider's name for people: `Twelve Data`. */
  provider: string;
  /** When it will be asked again, in epoch milliseconds. */
  nextAt: number;
  /** Whether it is being asked now. */
  isTrying: boolean;
  /** Requests all missing quotes at once. */
  tryNow(): void;
}

/** The problems with the quotes of the edited draft. */
export interface DraftOutlook {
  /** The listings for which no provider has a quote. Publishing captures none for them. */
  unquoted: readonly OutlookListing[];
  /** The mentions that may mean several listings. */
  ambiguous: readonly OutlookListing[];
  /** The provider that answers no request; null if it answers. Publishing still works, and the quotes are captured later. */
  outage: Outage | null;
}

const NOTHING: DraftOutlook = { unquoted: [], ambiguous: [], outage: null };

let current = NOTHING;
let showInPanel: ((row: string) => void) | undefined;
const listeners = new Set<() => void>();

/**
 * Passes the outlook of the draft in the panel on to other panels.
 *
 * @param show scrolls to a row of the panel
 * @returns a function that ends this, to be called when the panel is removed or shows another draft
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
 * For other panels of an edit view: `app.getPlugin('quote-snapshots').apis.outlook`. It fits `useSyncExternalStore`. It sends no
 * requests, because the panel has sent them.
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

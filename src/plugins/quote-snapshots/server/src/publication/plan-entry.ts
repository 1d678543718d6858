import type { Ticker } from '../instruments/ticker';
import type { Publication } from '../store/snapshot-row';
import type { LiveSnapshots } from '../store/statements/find-live-snapshots';
import { planLinks, type LinkPlan } from './plan-links';
import { planRecord, type OnRepublish, type RecordPlan } from './plan-record';
import type { EntryListings } from './read-listings';

/** An entry that is being published, or that a preview shows as published, with its links. */
export interface EntryToPlan {
  publication: Publication;
  listings: EntryListings;
  /** The snapshots that remain from its last publication. */
  live: LiveSnapshots;
  linkedTickers: readonly Ticker[];
  /** documentIds. */
  linkedCompanies: readonly string[];
}

export interface EntryPlan {
  /** The changes of the links of the document. */
  links: LinkPlan;
  /** The changes of the record. */
  record: RecordPlan;
}

/** Plans what publishing an entry writes. Publishing carries out this plan, and the preview shows it. */
export const planEntry = (
  { publication, listings, live, linkedTickers, linkedCompanies }: EntryToPlan,
  onRepublish: OnRepublish,
): EntryPlan => {
  const left = [...live.current, ...live.setAside];
  const links = planLinks(listings.wanted, left, linkedTickers, linkedCompanies);
  const record = planRecord({
    publication,
    resolution: listings,
    live,
    onRepublish,
    linkedTickers: links.linkedTickers,
    linkedCompanies: links.linkedCompanies,
  });
  return { links, record };
};

import { formatInstrument } from '../instruments/instrument';
import type { WantedInstrument } from '../instruments/resolve-mentions';
import type { Ticker } from '../instruments/ticker';
import type { SnapshotRow } from '../store/snapshot-row';

type Flags = Pick<SnapshotRow, 'instrument' | 'linkedTicker' | 'linkedCompany'>;

/** Which tickers and companies (by documentId) to link to a document, and which of the plugin's own to take back. */
export interface LinkPlan {
  addTickers: string[];
  removeTickers: string[];
  addCompanies: string[];
  removeCompanies: string[];
  /** Instruments whose ticker, and whose company, the plugin linked: remembered in the record. */
  linkedTickers: Set<string>;
  linkedCompanies: Set<string>;
}

/**
 * The tickers that an editor linked: all that are linked, but for those that an earlier publication added
 * because the text named them. Without the difference a mention that is edited away would never go.
 */
export const linkedByHand = (linked: readonly Ticker[], current: readonly Flags[]): Ticker[] => {
  const ours = new Set(current.filter((row) => row.linkedTicker).map(({ instrument }) => instrument));
  return linked.filter((ticker) => !ours.has(formatInstrument(ticker)));
};

/**
 * Every wanted ticker and its company get linked. What an editor linked is never removed; what the plugin linked
 * goes when the text no longer names it.
 */
export const planLinks = (
  wanted: readonly WantedInstrument[],
  current: readonly Flags[],
  linkedTickers: readonly Ticker[],
  linkedCompanies: readonly string[],
): LinkPlan => {
  const tickerOf = new Map(linkedTickers.map((ticker) => [formatInstrument(ticker), ticker]));
  const wantedTickers = wanted.flatMap(({ ticker }) => ticker ?? []);
  const wantedIds = new Set(wantedTickers.map(({ documentId }) => documentId));
  const wantedCompanies = new Set(wantedTickers.flatMap(({ company }) => company ?? []));

  const ours = current
    .filter((row) => row.linkedTicker)
    .map(({ instrument }) => tickerOf.get(instrument ?? ''));
  const ourTickers = new Set(ours.flatMap((ticker) => ticker?.documentId ?? []));
  const ourCompanies = new Set(
    current
      .filter((row) => row.linkedCompany)
      .flatMap(({ instrument }) => tickerOf.get(instrument ?? '')?.company ?? []),
  );

  const alreadyLinked = new Set(linkedTickers.map(({ documentId }) => documentId));
  const addTickers = [...wantedIds].filter((id) => !alreadyLinked.has(id));
  const addCompanies = [...wantedCompanies].filter((id) => !linkedCompanies.includes(id));
  for (const id of addTickers) ourTickers.add(id);
  for (const id of addCompanies) ourCompanies.add(id);

  const instrumentsWhere = (test: (ticker: Ticker) => boolean) =>
    new Set(wanted.filter(({ ticker }) => ticker && test(ticker)).map(({ instrument }) => instrument));
  return {
    addTickers,
    removeTickers: [...ourTickers].filter((id) => !wantedIds.has(id)),
    addCompanies,
    removeCompanies: [...ourCompanies].filter((id) => !wantedCompanies.has(id)),
    linkedTickers: instrumentsWhere(({ documentId }) => ourTickers.has(documentId)),
    linkedCompanies: instrumentsWhere(({ company }) => company !== null && ourCompanies.has(company)),
  };
};

/** Whether a plan writes anything to the document. */
export const changesLinks = (plan: LinkPlan): boolean =>
  plan.addTickers.length +
    plan.removeTickers.length +
    plan.addCompanies.length +
    plan.removeCompanies.length >
  0;

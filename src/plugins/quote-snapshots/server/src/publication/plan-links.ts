import { formatInstrument } from '../instruments/instrument';
import type { WantedInstrument } from '../instruments/resolve-mentions';
import type { Ticker } from '../instruments/ticker';
import type { SnapshotRow } from '../store/snapshot-row';

type Flags = Pick<SnapshotRow, 'instrument' | 'linkedTicker' | 'linkedCompany'>;

/** The tickers and companies (documentIds) to link to a document, and the links of the plugin to remove. */
export interface LinkPlan {
  addTickers: string[];
  removeTickers: string[];
  addCompanies: string[];
  removeCompanies: string[];
  /**
   * The instruments whose ticker (`linkedTickers`) and whose company (`linkedCompanies`) the plugin linked. The record stores this.
   */
  linkedTickers: Set<string>;
  linkedCompanies: Set<string>;
}

/**
 * Plans the links of a document. Every wanted ticker and its company are linked. A link that an editor made is never removed. A
 * link that the plugin made is removed once the text no longer names its ticker.
 *
 * @param left the rows that remain from the last publication
 */
export const planLinks = (
  wanted: readonly WantedInstrument[],
  left: readonly Flags[],
  linkedTickers: readonly Ticker[],
  linkedCompanies: readonly string[],
): LinkPlan => {
  const tickerOf = new Map(linkedTickers.map((ticker) => [formatInstrument(ticker), ticker]));
  const wantedTickers = wanted.flatMap(({ ticker }) => ticker ?? []);
  const wantedIds = new Set(wantedTickers.map(({ documentId }) => documentId));
  const wantedCompanies = new Set(wantedTickers.flatMap(({ company }) => company ?? []));

  const ours = left.filter((row) => row.linkedTicker).map(({ instrument }) => tickerOf.get(instrument ?? ''));
  const ourTickers = new Set(ours.flatMap((ticker) => ticker?.documentId ?? []));
  const ourCompanies = new Set(
    left
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

import type { Resolution, WantedInstrument } from '../instruments/resolve-mentions';
import {
  currentKey,
  keyWhenCurrent,
  replacementKey,
  type Publication,
  type SnapshotRow,
} from '../store/snapshot-row';
import type { NewRow } from '../store/snapshot-store';
import { relatedKey } from '../store/related-key';

export type OnRepublish = 'keep' | 'recapture';

/** What a publication changes in the record, as data: no row is touched here. */
export interface Plan {
  insert: Omit<NewRow, 'documentId'>[];
  /** Rows that stay, where their place or links changed. */
  adjust: Pick<SnapshotRow, 'id' | 'position' | 'linkedTicker' | 'linkedCompany'>[];
  /** Rows that stay, and are current again: the document was unpublished meanwhile. */
  restore: Pick<SnapshotRow, 'id' | 'currentKey'>[];
  /** Rows whose instrument the document no longer names, or that a new attempt replaces. */
  retire: number[];
  /** Rows of earlier publications that still wait for their figures. */
  stillPending: string[];
}

export interface PlanInput {
  publication: Publication;
  resolution: Resolution;
  /** The current rows of this document in this locale. */
  current: SnapshotRow[];
  /** The rows that were current until it was unpublished in this locale. */
  aside: SnapshotRow[];
  /** The rows that wait to replace one of them. */
  replacing: SnapshotRow[];
  onRepublish: OnRepublish;
  /** Instruments whose ticker, and whose company, the plugin (not an editor) linked to the document. */
  linkedTickers: ReadonlySet<string>;
  linkedCompanies: ReadonlySet<string>;
  /** Said of a row until the provider has answered. */
  waiting: string;
}

const unresolvedKey = (exchange: string | null, symbol: string): string => `${exchange ?? '$'}:${symbol}`;

/** A figure, or a person's decision about one, survives republishing; a failed attempt is made again. */
export const survives = (row: SnapshotRow): boolean => row.state !== 'unavailable';

/**
 * What publishing, or publishing again, does to the record: instruments still named keep their snapshot, new
 * ones get a pending row, vanished ones are retired; it is the same where the document was unpublished meanwhile. With `recapture`, a pending row stands beside the captured
 * one and replaces it once it is captured, so that a provider that fails costs no figure.
 */
export const planPublication = (input: PlanInput): Plan => {
  const { publication, resolution, current, aside, replacing, onRepublish } = input;
  const byKey = new Map([...aside, ...current, ...replacing].map((row) => [keyWhenCurrent(row), row]));
  const plan: Plan = { insert: [], adjust: [], restore: [], retire: [], stillPending: [] };
  const kept = new Set<number>();

  const base = (position: number) => ({
    relatedType: publication.type,
    relatedDocumentId: publication.documentId,
    relatedLocale: publication.locale,
    relatedPublishedAt: publication.publishedAt,
    relatedKey: relatedKey(publication.documentId, publication.locale),
    position,
  });
  const links = ({ instrument }: WantedInstrument) => ({
    linkedTicker: input.linkedTickers.has(instrument),
    linkedCompany: input.linkedCompanies.has(instrument),
  });
  const pendingRow = (wanted: WantedInstrument, position: number) =>
    Object.assign(base(position), links(wanted), {
      instrument: wanted.instrument,
      symbol: wanted.symbol,
      mic: wanted.mic,
      exchange: wanted.exchange,
      name: wanted.name,
      ticker: wanted.ticker?.id ?? null,
      currency: wanted.currency,
      state: 'pending' as const,
      reason: input.waiting,
    });

  const keep = (row: SnapshotRow, wanted: WantedInstrument, position: number) => {
    kept.add(row.id);
    if (row.state === 'pending') plan.stillPending.push(row.documentId);
    if (aside.includes(row)) plan.restore.push({ id: row.id, currentKey: keyWhenCurrent(row) });
    const adjusted = { id: row.id, position, ...links(wanted) };
    const changed =
      row.position !== position ||
      row.linkedTicker !== adjusted.linkedTicker ||
      row.linkedCompany !== adjusted.linkedCompany;
    if (changed) plan.adjust.push(adjusted);
  };

  resolution.wanted.forEach((wanted, position) => {
    const key = currentKey(publication, wanted.instrument);
    const row = byKey.get(key);
    if (!row || !survives(row)) {
      plan.insert.push(
        Object.assign(pendingRow(wanted, position), { current: true, currentKey: key, supersedes: null }),
      );
      return;
    }
    keep(row, wanted, position);
    const waiting = byKey.get(replacementKey(key));
    if (waiting) keep(waiting, wanted, position);
    else if (onRepublish === 'recapture' && row.state === 'captured') {
      const replacement = { current: false, currentKey: replacementKey(key), supersedes: row.documentId };
      plan.insert.push(Object.assign(pendingRow(wanted, position), replacement));
    }
  });

  resolution.unresolved.forEach(({ symbol, exchange, reason }, index) => {
    const key = currentKey(publication, unresolvedKey(exchange, symbol));
    const row = byKey.get(key);
    if (row?.reason === reason) {
      kept.add(row.id);
      if (aside.includes(row)) plan.restore.push({ id: row.id, currentKey: key });
      return;
    }
    plan.insert.push({
      ...base(resolution.wanted.length + index),
      instrument: null,
      symbol,
      mic: null,
      exchange,
      name: null,
      currency: null,
      state: 'unavailable',
      reason,
      current: true,
      currentKey: key,
      supersedes: null,
      linkedTicker: false,
      linkedCompany: false,
    });
  });

  plan.retire = [...current, ...aside, ...replacing].filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  return plan;
};

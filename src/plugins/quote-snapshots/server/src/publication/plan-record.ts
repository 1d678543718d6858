import { isDeepStrictEqual } from 'node:util';
import type { Resolution, WantedInstrument } from '../instruments/resolve-mentions';
import { codedReason } from '../reasons/reason';
import {
  currentKey,
  keyWhenCurrent,
  replacementKey,
  type Publication,
  type SnapshotRow,
} from '../store/snapshot-row';
import { relatedKey } from '../store/related-key';
import type { Adjustment, Restoration } from '../store/statements/adjust-snapshots';
import type { LiveSnapshots } from '../store/statements/find-live-snapshots';
import type { NewRow } from '../store/statements/insert-snapshots';

export type OnRepublish = 'keep' | 'recapture';

/** The changes that a publication makes in the record. */
export interface RecordPlan {
  insert: Omit<NewRow, 'documentId'>[];
  /** Rows that stay and whose position or links have changed. */
  adjust: Adjustment[];
  /** Rows that stay and become current again, because the document had been unpublished. */
  restore: Restoration[];
  /** Rows whose instrument the document no longer names, and rows that a new attempt replaces. */
  retire: number[];
  /** documentIds of rows of earlier publications that still wait for their figures. */
  stillPending: string[];
}

export interface PlanInput {
  publication: Publication;
  resolution: Resolution;
  /** The rows that remain from the last publication of this document in this locale. */
  live: LiveSnapshots;
  onRepublish: OnRepublish;
  /** The instruments whose ticker (`linkedTickers`) and whose company (`linkedCompanies`) the plugin, and not an editor, linked. */
  linkedTickers: ReadonlySet<string>;
  linkedCompanies: ReadonlySet<string>;
}

const unresolvedKey = (exchange: string | null, symbol: string): string => `${exchange ?? '$'}:${symbol}`;

/** Publishing again replaces only rows that failed. Figures, decisions of a person about figures, and pending rows stay. */
const survives = (row: SnapshotRow): boolean => row.state !== 'unavailable';

/**
 * Plans what publishing, or publishing again, changes in the record. An instrument that is still named keeps its snapshot. A new
 * instrument gets a pending row. The row of an instrument that is no longer named is retired. This is the same if the document was
 * unpublished in between.
 *
 * With `recapture`, a pending row is inserted beside the captured one, and replaces it once it is captured. If the provider fails,
 * the captured figure stays.
 */
export const planRecord = (input: PlanInput): RecordPlan => {
  const { publication, resolution, onRepublish } = input;
  const { current, setAside, replacing } = input.live;
  const byKey = new Map([...setAside, ...current, ...replacing].map((row) => [keyWhenCurrent(row), row]));
  const plan: RecordPlan = { insert: [], adjust: [], restore: [], retire: [], stillPending: [] };
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
    Object.assign(
      base(position),
      links(wanted),
      {
        instrument: wanted.instrument,
        symbol: wanted.symbol,
        mic: wanted.mic,
        exchange: wanted.exchange,
        name: wanted.name,
        ticker: wanted.ticker?.id ?? null,
        currency: wanted.currency,
        state: 'pending' as const,
      },
      codedReason('waiting'),
    );

  const keep = (row: SnapshotRow, wanted: WantedInstrument, position: number) => {
    kept.add(row.id);
    if (row.state === 'pending') plan.stillPending.push(row.documentId);
    if (setAside.includes(row)) plan.restore.push({ id: row.id, currentKey: keyWhenCurrent(row) });
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

  resolution.unresolved.forEach(({ symbol, exchange, reasonCode, reasonParams }, index) => {
    const key = currentKey(publication, unresolvedKey(exchange, symbol));
    const row = byKey.get(key);
    if (row && isDeepStrictEqual([row.reasonCode, row.reasonParams], [reasonCode, reasonParams])) {
      kept.add(row.id);
      if (setAside.includes(row)) plan.restore.push({ id: row.id, currentKey: key });
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
      ...codedReason(reasonCode, reasonParams),
      current: true,
      currentKey: key,
      supersedes: null,
      linkedTicker: false,
      linkedCompany: false,
    });
  });

  plan.retire = [...current, ...setAside, ...replacing].filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  return plan;
};

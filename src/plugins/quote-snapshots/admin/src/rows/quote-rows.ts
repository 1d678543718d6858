import type {
  AmbiguousMention,
  CurrentSnapshot,
  DraftPreview,
  LiveAnswer,
  NamedInstrument,
} from '../api/answers';

/**
 * The state of a listing, in the order of the list: rows that need a decision come first.
 * - `choose`: the mention may mean several listings.
 * - `unquoted`: nothing is captured yet, and the provider has no quote of it.
 * - `failed`: the capture, or the last attempt to capture it again, was given up.
 * - `waiting`: it will be captured without an editor's help.
 * - `new`: publishing captures it.
 * - `removed`: the text no longer names it, and publishing removes it.
 */
export const ROW_STATES = [
  'choose',
  'unquoted',
  'failed',
  'waiting',
  'new',
  'late',
  'captured',
  'voided',
  'removed',
] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A listing of the document, with what the draft and the record have about it. */
export interface QuoteRow {
  /** Unique in the list. */
  key: string;
  symbol: string;
  /** The exchange for readers; null for a cashtag. */
  exchange: string | null;
  /** Null if the listing is not clear. */
  instrument: string | null;
  name: string | null;
  state: RowState;
  /** Whether publishing would ask for its quote. */
  willCapture: boolean;
  named: NamedInstrument | null;
  snapshot: CurrentSnapshot | null;
  ambiguous: AmbiguousMention | null;
}

const NEEDS_SOMEBODY: ReadonlySet<RowState> = new Set(['choose', 'unquoted', 'failed']);

/** Whether somebody must choose, correct or try again. */
export const needsSomebody = ({ state }: Pick<QuoteRow, 'state'>): boolean => NEEDS_SOMEBODY.has(state);

/** Failures that trying again does not resolve. The others are outages, during which the capture waits. */
const FINAL_FAILURES: ReadonlySet<string> = new Set(['unknown-instrument', 'wrong-listing', 'invalid-price']);

const stateOfSnapshot = ({ state, lateMinutes, replacement }: CurrentSnapshot): RowState => {
  if (state === 'pending' || replacement?.state === 'pending') return 'waiting';
  if (state === 'unavailable' || replacement?.state === 'unavailable') return 'failed';
  if (state === 'voided') return 'voided';
  return lateMinutes === null ? 'captured' : 'late';
};

const cannotBeHad = (answer: LiveAnswer | undefined): boolean =>
  answer?.failure !== undefined && FINAL_FAILURES.has(answer.failure.code);

const rowOfNamed = (
  named: NamedInstrument,
  snapshot: CurrentSnapshot | null,
  answer: LiveAnswer | undefined,
): QuoteRow => ({
  key: named.instrument,
  symbol: named.symbol,
  exchange: named.exchange ?? named.mic,
  instrument: named.instrument,
  name: named.name ?? snapshot?.name ?? answer?.quote?.name ?? null,
  state: snapshot ? stateOfSnapshot(snapshot) : cannotBeHad(answer) ? 'unquoted' : 'new',
  willCapture: named.act === 'capture' && !cannotBeHad(answer),
  named,
  snapshot,
  ambiguous: null,
});

const rowOfSnapshot = (snapshot: CurrentSnapshot, state: RowState): QuoteRow => ({
  key: snapshot.instrument ?? `${snapshot.exchange ?? '$'}:${snapshot.symbol}`,
  symbol: snapshot.symbol,
  exchange: snapshot.exchange ?? snapshot.mic,
  instrument: snapshot.instrument,
  name: snapshot.name,
  state,
  willCapture: false,
  named: null,
  snapshot,
  ambiguous: null,
});

const rowOfAmbiguous = (ambiguous: AmbiguousMention): QuoteRow => ({
  key: `${ambiguous.exchange ?? '$'}:${ambiguous.symbol}`,
  symbol: ambiguous.symbol,
  exchange: ambiguous.exchange,
  instrument: null,
  name: null,
  state: 'choose',
  willCapture: false,
  named: null,
  snapshot: null,
  ambiguous,
});

/**
 * One row for each listing of a document. Those that need a decision come first, the others in the order of the text.
 *
 * @param draft the preview of the draft; undefined if only the publication is shown
 * @param snapshots the snapshots of the last publication
 * @param answers live quotes by instrument
 */
export const quoteRows = (
  draft: DraftPreview['data'] | undefined,
  snapshots: readonly CurrentSnapshot[],
  answers: ReadonlyMap<string, LiveAnswer>,
): QuoteRow[] => {
  const recorded = new Map(snapshots.map((snapshot) => [snapshot.instrument, snapshot]));
  const rows = draft
    ? [
        ...draft.ambiguous.map(rowOfAmbiguous),
        ...draft.instruments.map((named) =>
          rowOfNamed(named, recorded.get(named.instrument) ?? null, answers.get(named.instrument)),
        ),
        ...removedRows(draft, snapshots),
      ]
    : snapshots.map((snapshot) => rowOfSnapshot(snapshot, stateOfSnapshot(snapshot)));
  const rank = ({ state }: QuoteRow): number => (needsSomebody({ state }) ? 0 : ROW_STATES.indexOf(state));
  return rows
    .map((row, index) => ({ row, index }))
    .sort((one, other) => rank(one.row) - rank(other.row) || one.index - other.index)
    .map(({ row }) => row);
};

const removedRows = (draft: DraftPreview['data'], snapshots: readonly CurrentSnapshot[]): QuoteRow[] => {
  const removed = new Set(draft.retired.map(({ documentId }) => documentId));
  return (
    snapshots
      // A snapshot that never had a figure leaves nothing behind when it is removed.
      .filter(({ documentId, price }) => removed.has(documentId) && price !== null)
      .map((snapshot) => rowOfSnapshot(snapshot, 'removed'))
  );
};

export interface RowCounts {
  captured: number;
  waiting: number;
  needing: number;
  /** How many quotes publishing would capture, if the provider has them. */
  toCapture: number;
  /** How many publishing would remove. */
  toRemove: number;
}

/** How many listings are in each state. Each is counted once, except for changes that publishing would make. */
export const countRows = (rows: readonly QuoteRow[]): RowCounts => {
  const count = (is: (row: QuoteRow) => boolean): number => rows.filter(is).length;
  return {
    captured: count(({ state }) => state === 'captured' || state === 'late'),
    waiting: count(({ state }) => state === 'waiting'),
    needing: count(needsSomebody),
    toCapture: count(({ willCapture }) => willCapture),
    toRemove: count(({ state }) => state === 'removed'),
  };
};

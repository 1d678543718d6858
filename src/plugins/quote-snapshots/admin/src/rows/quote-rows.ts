import type {
  AmbiguousMention,
  CurrentSnapshot,
  DraftPreview,
  LiveAnswer,
  NamedInstrument,
} from '../api/answers';

/**
 * How a listing stands, in the order in which an editor should see them: what needs somebody comes first.
 * - `choose`: the mention may be several listings.
 * - `unquoted`: nothing is captured yet, and the provider has no quote of it.
 * - `failed`: the capture, or the last attempt to capture it again, was given up.
 * - `waiting`: it will be captured without anybody's help.
 * - `new`: publishing captures it.
 * - `removed`: the text no longer names it; publishing takes it out.
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

/** A listing of the document: what the draft says of it, and what the record has. */
export interface QuoteRow {
  /** Unique in the list. */
  key: string;
  symbol: string;
  /** The exchange as readers are shown it; null for a cashtag. */
  exchange: string | null;
  /** Null where no one listing is known. */
  instrument: string | null;
  name: string | null;
  state: RowState;
  /** Whether publishing would ask for its quote, as far as the provider may have one. */
  willCapture: boolean;
  named: NamedInstrument | null;
  snapshot: CurrentSnapshot | null;
  ambiguous: AmbiguousMention | null;
}

const NEEDS_SOMEBODY: ReadonlySet<RowState> = new Set(['choose', 'unquoted', 'failed']);

/** Whether nothing gets better by itself: somebody must choose, correct or try again. */
export const needsSomebody = ({ state }: Pick<QuoteRow, 'state'>): boolean => NEEDS_SOMEBODY.has(state);

/** Failures that asking again does not mend. The others are outages, in which the capture waits. */
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
 * One row for each listing of a document, what needs somebody first, the rest in the order of the text.
 *
 * @param draft what the draft names; undefined where only the publication is shown
 * @param snapshots those of the last publication
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
      // What never had a figure leaves nothing behind.
      .filter(({ documentId, price }) => removed.has(documentId) && price !== null)
      .map((snapshot) => rowOfSnapshot(snapshot, 'removed'))
  );
};

export interface RowCounts {
  captured: number;
  waiting: number;
  needing: number;
  /** How many publishing would capture, as far as the provider has quotes of them. */
  toCapture: number;
  /** How many publishing would take out. */
  toRemove: number;
}

/** How many listings stand in which way. Each is counted once, but for a change that publishing would make. */
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

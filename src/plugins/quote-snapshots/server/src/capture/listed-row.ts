import type { Instrument } from '../instruments/instrument';
import type { WaitingRow } from '../store/snapshot-row';

/** A row whose listing is known. Only such rows are ever pending. */
export type ListedRow = WaitingRow & Instrument & { instrument: string };

export const isListed = (row: WaitingRow): row is ListedRow => row.instrument !== null && row.mic !== null;

import type { Instrument } from '../instruments/instrument';
import type { WaitingRow } from '../store/snapshot-row';

/** A row whose listing is known. Other rows are never pending. */
export type Listed<Row extends WaitingRow> = Row & Instrument & { instrument: string };
export type ListedRow = Listed<WaitingRow>;

export const isListed = <Row extends WaitingRow>(row: Row): row is Listed<Row> =>
  row.instrument !== null && row.mic !== null;

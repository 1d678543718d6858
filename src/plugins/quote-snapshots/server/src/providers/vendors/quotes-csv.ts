import Papa from 'papaparse';
import { formatInstrument, parseInstrument } from '../../instruments/instrument';
import type { RawQuote } from '../market-data/validate-quote';
import { countDecimals } from '../market-data/minor-units';
import { MARKET_STATES, type MarketState } from '../market-data/quote';

/** A row of the quotes file. `quotedAt` is null for the time of the request. */
export interface CsvQuote extends RawQuote {
  instrument: string;
}

export interface QuotesCsv {
  quotes: Map<string, CsvQuote>;
  /** The faults of single rows, by line. The other rows are valid. */
  faults: string[];
  /** From a comment line `# attribution: …`. */
  attribution: string | undefined;
}

const STATES: readonly string[] = MARKET_STATES;

const COLUMNS = [
  'instrument',
  'price',
  'change',
  'changePercent',
  'currency',
  'name',
  'exchange',
  'previousClose',
  'priceDecimals',
  'quoteUnit',
  'marketState',
  'quotedAt',
  'delayMinutes',
];

type Row = Partial<Record<string, string>>;

class FieldFault extends Error {}

const text = (row: Row, column: string): string | undefined => row[column]?.trim() || undefined;

const number = (row: Row, column: string): number | null => {
  const value = text(row, column);
  if (value === undefined) return null;
  // Number('') is 0 and Number('0x10') is 16, but neither is a figure in a table.
  if (!/^[+-]?\d+(\.\d+)?$/.test(value)) throw new FieldFault(`${column} "${value}" is not a number`);
  return Number(value);
};

const readRow = (row: Row): CsvQuote => {
  const price = number(row, 'price');
  const change = number(row, 'change');
  const previousClose = number(row, 'previousClose');
  const marketState = text(row, 'marketState');
  if (marketState && !STATES.includes(marketState)) {
    throw new FieldFault(`marketState "${marketState}" is none of ${STATES.join(', ')}`);
  }
  const quotedAt = text(row, 'quotedAt');
  if (quotedAt && Number.isNaN(Date.parse(quotedAt)))
    throw new FieldFault(`quotedAt "${quotedAt}" is not a time`);
  const decimals = Math.max(
    countDecimals(text(row, 'price') ?? ''),
    countDecimals(text(row, 'change') ?? ''),
  );
  const derived = price !== null && change !== null ? Number((price - change).toFixed(decimals)) : null;
  return {
    instrument: formatInstrument(parseInstrument(text(row, 'instrument') ?? '')),
    name: text(row, 'name') ?? null,
    exchange: text(row, 'exchange') ?? null,
    price,
    previousClose: previousClose ?? derived,
    change,
    changePercent: number(row, 'changePercent'),
    priceDecimals: number(row, 'priceDecimals') ?? countDecimals(text(row, 'price') ?? ''),
    // A figure in pence is marked in either column. The unit is the more precise one.
    currency: text(row, 'quoteUnit') ?? text(row, 'currency') ?? null,
    marketState: (marketState as MarketState | undefined) ?? 'unknown',
    quotedAt: quotedAt ? new Date(quotedAt) : null,
    delayMinutes: number(row, 'delayMinutes') ?? 0,
  };
};

/**
 * Reads a quotes file: a header `instrument,price,change,changePercent,currency`, with optional further columns (name, exchange,
 * previousClose, priceDecimals, quoteUnit, marketState, quotedAt, delayMinutes). Lines that start with `#` are comments.
 *
 * @throws Error if the header lacks `instrument` or `price`, or has an unknown column
 */
export const readQuotesCsv = (csv: string): QuotesCsv => {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const comments = lines.filter((line) => line.startsWith('#'));
  const headerAt = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const { data, meta } = Papa.parse<Row>(lines.join('\n'), {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  });

  const columns = (meta.fields ?? []).map((name) => name.trim());
  const unknown = columns.find((name) => !COLUMNS.includes(name));
  if (unknown !== undefined)
    throw new Error(`line ${headerAt + 1}: column "${unknown}" is none of ${COLUMNS.join(', ')}`);
  for (const needed of ['instrument', 'price']) {
    if (!columns.includes(needed))
      throw new Error(`line ${Math.max(1, headerAt + 1)}: the column "${needed}" is missing`);
  }

  const rowLines = lines.flatMap((line, index) =>
    index > headerAt && line.trim() !== '' && !line.startsWith('#') ? [index + 1] : [],
  );
  const quotes = new Map<string, CsvQuote>();
  const faults: string[] = [];
  data.forEach((row, index) => {
    try {
      const quote = readRow(row);
      if (quotes.has(quote.instrument)) throw new FieldFault(`instrument ${quote.instrument} is there twice`);
      quotes.set(quote.instrument, quote);
    } catch (error) {
      faults.push(
        `line ${rowLines[index] ?? '?'}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  });
  const attribution = comments.map((line) => /^#\s*attribution:\s*(.+)$/i.exec(line)?.[1]).find(Boolean);
  return { quotes, faults, attribution: attribution?.trim() };
};

import type { Core, Modules } from '@strapi/strapi';
import {
  checkCountry,
  checkCurrency,
  checkFigi,
  checkIsin,
  checkLei,
  checkMic,
  checkSymbol,
  checkWebsite,
  type Check,
} from './identifiers';
import { checkSplits } from './check-splits';
import { fieldError } from './field-error';
import type { RefusalCode } from '../refusals/refusal-reason';

type Middleware = Modules.Documents.Middleware.Middleware;
type Data = Record<string, unknown>;

interface Field {
  check: Check;
  /** Returns the form in which the value is stored. */
  normalize(value: string): string;
  /** The code of the message for a wrong value. */
  fault: RefusalCode;
}

const upper = (value: string): string => value.trim().toUpperCase();
const trimmed = (value: string): string => value.trim();
const code = (check: Check, fault: RefusalCode): Field => ({ check, normalize: upper, fault });

const FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'api::ticker.ticker': {
    symbol: {
      check: checkSymbol,
      normalize: (value) => upper(value).replace(/[-/ ]+/g, '.'),
      fault: 'notASymbol',
    },
    mic: code(checkMic, 'notAMarket'),
    currency: code(checkCurrency, 'notACurrency'),
    isin: code(checkIsin, 'notAnIsin'),
    figi: code(checkFigi, 'notAFigi'),
  },
  'api::company.company': {
    lei: code(checkLei, 'notAnLei'),
    country: code(checkCountry, 'notACountry'),
    website: { check: checkWebsite, normalize: trimmed, fault: 'notAWebsite' },
  },
};

/** Normalizes and checks the given fields. An empty one becomes null. */
const checkFields = (data: Data, fields: Readonly<Record<string, Field>>): void => {
  for (const [name, { check, normalize, fault: wrong }] of Object.entries(fields)) {
    const given = data[name];
    if (given === undefined || given === null) continue;
    if (typeof given !== 'string') throw fieldError(name, given, 'give text.');
    const value = normalize(given);
    const fault = value === '' ? undefined : check(value);
    if (fault) throw fieldError(name, given, fault, { code: wrong, values: { value: given.slice(0, 80) } });
    data[name] = value === '' ? null : value;
  }
};

const takenError = (symbol: unknown) =>
  fieldError(
    'symbol',
    symbol,
    'another ticker has this symbol on this market already; a listing is described once.',
    { code: 'tickerTaken', values: { value: String(symbol) } },
  );

/** Whether the unique index refused the row, because two requests at once had both found the pair free. */
const isTakenPair = (error: unknown): boolean => {
  const { code: sqlCode, message = '' } = error as { code?: string; message?: string };
  return (
    (sqlCode === '23505' && message.includes('tickers_mic_symbol_unique')) ||
    (sqlCode === 'SQLITE_CONSTRAINT_UNIQUE' && message.includes('tickers.mic'))
  );
};

const checkPair = async (strapi: Core.Strapi, documentId: string | undefined, data: Data): Promise<void> => {
  if (data.symbol === undefined && data.mic === undefined) return;
  const tickers = strapi.db.query('api::ticker.ticker');
  const existing: Data | null = documentId ? await tickers.findOne({ where: { documentId } }) : null;
  const { symbol, mic } = { ...existing, ...data };
  if (!symbol || !mic) return;
  const other = await tickers.findOne({ where: { symbol, mic, documentId: { $ne: documentId ?? '' } } });
  if (other) throw takenError(symbol);
};

/**
 * Validates identifiers of tickers and companies. The admin UI, REST, GraphQL and code all write through the document service.
 */
export const validateRecords =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const fields = FIELDS[context.uid];
    if (!fields || !['create', 'update', 'clone'].includes(context.action)) return next();
    const { documentId, data } = context.params as { documentId?: string; data?: Data };
    checkFields(data ?? {}, fields);
    if (context.uid !== 'api::ticker.ticker') return next();
    if (data) checkSplits(data);
    await checkPair(strapi, context.action === 'update' ? documentId : undefined, data ?? {});
    try {
      return await next();
    } catch (error) {
      throw isTakenPair(error) ? takenError(data?.symbol) : error;
    }
  };

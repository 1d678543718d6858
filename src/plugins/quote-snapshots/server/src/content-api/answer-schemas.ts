import { z } from 'zod';
import { MARKET_STATES } from '../providers/market-data/quote';

/** A snapshot in an answer. The README lists its other fields. */
const snapshot = z.looseObject({
  documentId: z.string(),
  instrument: z.string().nullable().describe('XNAS:MSFT'),
  price: z.number().nullable().describe('In the major unit of the currency.'),
  change: z.number().nullable(),
  changePercent: z.number().nullable().describe('Percent, as in 1.23 = 1.23 %.'),
  currency: z.string().nullable().describe('ISO 4217'),
  quotedAt: z.string().nullable().describe('The time of the price, by the exchange.'),
  capturedAt: z.string().nullable(),
  attribution: z.string().nullable().describe('The credit line, which must be shown.'),
  state: z.enum(['pending', 'captured', 'unavailable', 'voided']),
  reasonCode: z
    .string()
    .nullable()
    .describe('Why there is no figure, or what to know about it: `timeout`, `late`.'),
  reasonParams: z.record(z.string(), z.unknown()).nullable().describe('What the reason names.'),
  reason: z
    .string()
    .nullable()
    .describe('The same in words: in the language of `locale`, else of the document.'),
});

export const recordAnswer = z.object({ data: snapshot, meta: z.looseObject({}) });
export const recordListAnswer = z.object({ data: z.array(snapshot), meta: z.looseObject({}) });

const liveQuote = z.object({
  instrument: z.string(),
  symbol: z.string(),
  mic: z.string(),
  exchange: z.string().nullable(),
  name: z.string().nullable(),
  price: z.number(),
  previousClose: z.number().nullable(),
  change: z.number().nullable(),
  changePercent: z.number().nullable(),
  priceDecimals: z.int(),
  currency: z.string(),
  quoteUnit: z.string().nullable(),
  marketState: z.enum(MARKET_STATES),
  quotedAt: z.string(),
  delayMinutes: z.number().nullable(),
  provider: z.string(),
  attribution: z.string(),
});

/** `GET /api/quote-snapshots/latest` */
export const latestAnswer = z.object({
  data: z.array(liveQuote),
  meta: z.object({
    provider: z.string(),
    attribution: z.string().describe('The credit line, which must be shown.'),
    delayMinutes: z.number(),
    delayNotice: z.string(),
    unavailable: z.array(
      z.object({
        instrument: z.string(),
        reasonCode: z.string().describe('Why there is no quote: `not-an-active-ticker`, `timeout`.'),
        reason: z
          .string()
          .describe('The same in words: in the language of `locale`, else of the default locale.'),
      }),
    ),
  }),
});

const shownPrice = z
  .object({
    price: z.number(),
    currency: z.string(),
    quotedAt: z.string(),
    delayMinutes: z.number().nullable(),
    attribution: z.string().nullable(),
  })
  .nullable();

/** `GET /api/quote-snapshots/since` */
export const sinceAnswer = z.object({
  data: z.array(
    z.object({
      documentId: z.string(),
      instrument: z.string(),
      symbol: z.string().nullable(),
      mic: z.string().nullable(),
      exchange: z.string().nullable(),
      name: z.string().nullable(),
      atPublication: shownPrice,
      now: shownPrice,
      change: z.number().nullable(),
      changePercent: z.number().nullable(),
      reasonCode: z.string().nullable().describe('Why the prices are not compared.'),
      reason: z.string().nullable().describe('The same in the language of the document.'),
    }),
  ),
  meta: z.object({ delayMinutes: z.number(), delayNotice: z.string() }),
});

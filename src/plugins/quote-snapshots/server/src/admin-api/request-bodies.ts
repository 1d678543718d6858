import { errors } from '@strapi/utils';
import { z } from 'zod';
import { sanitizeText } from '../providers/market-data/sanitize-text';

export const shortText = z.string().min(1).max(255);
const locale = z.string().min(1).max(64);
export const instrumentText = z.string().min(1).max(40);

// These limits keep a request from making the server work without end. An article names some dozens of listings.
const MOST_LINKS = 1_000;
/** The content manager's lists show at most 100 documents. */
const MOST_DOCUMENTS = 100;
/** More than an article names. */
const MOST_QUOTES = 200;

/** For each of them, all tickers with a similar spelling are read. */
const MOST_MISSED = 20;

/** A health check uses the provider's quota for every instrument. */
const MOST_CHECKED = 5;

export const draftBody = z.strictObject({
  model: shortText,
  documentId: shortText.optional(),
  locale: locale.optional(),
  /** The form's values, saved or not. Detection skips values without text. */
  entry: z.record(z.string(), z.unknown()),
  /** The form's changes of the linked tickers: documentIds. */
  connect: z.array(shortText).max(MOST_LINKS),
  disconnect: z.array(shortText).max(MOST_LINKS),
});

export const quotesBody = z.strictObject({ instruments: z.array(instrumentText).min(1).max(MOST_QUOTES) });

export const checkBody = z.strictObject({
  instruments: z.array(instrumentText).min(1).max(MOST_CHECKED).optional(),
});

/** The name of a company in a text, in a form that can be stored. */
const companyName = z
  .string()
  .max(255)
  .transform((text) => sanitizeText(text));

export const tickerBody = z.strictObject({ instrument: instrumentText, companyName: companyName.optional() });

export const nearMissesBody = z.strictObject({
  instruments: z.array(instrumentText).min(1).max(MOST_MISSED),
});

export const tickersBody = z.strictObject({
  instruments: z.array(instrumentText).min(1).max(MOST_QUOTES),
  /** By instrument, in the form above. */
  companyNames: z.record(instrumentText, companyName).optional(),
});

export const undoBody = z.strictObject({ tickers: z.array(shortText).min(1).max(MOST_QUOTES) });

export const summaryBody = z.strictObject({
  model: shortText,
  locale: locale.optional(),
  documentIds: z.array(shortText).min(1).max(MOST_DOCUMENTS),
});

export const reasonBody = z.strictObject({ reason: z.string().trim().min(1).max(1_000) });

export const placeQuery = z.object({ locale: locale.optional() });

export const historyQuery = placeQuery.extend({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  /** `XNAS:MSFT`: only this listing. */
  instrument: instrumentText.optional(),
});

/** @throws ValidationError that names each wrong field */
export const parseRequest = <T>(schema: z.ZodType<T>, given: unknown): T => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(`The request is not valid. ${z.prettifyError(parsed.error)}`);
};

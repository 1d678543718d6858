import { z } from 'zod';
import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { validateQuote } from '../market-data/validate-quote';
import { failure } from '../market-data/failure';
import { parseCurrencyUnit } from '../market-data/minor-units';
import { FAILURE_CODES, MARKET_STATES, type QuoteAnswer } from '../market-data/quote';
import type { QuoteProvider } from '../quote-provider';
import { sanitizeText } from '../market-data/sanitize-text';

/** Longer messages are cut, because editors see them in one or two lines. */
const LONGEST_MESSAGE = 300;

const quoteShape = z.object({
  name: z.string().nullish(),
  exchange: z.string().nullish(),
  price: z.number(),
  previousClose: z.number().nullish(),
  change: z.number().nullish(),
  changePercent: z.number().nullish(),
  priceDecimals: z.int().min(0).max(12).optional(),
  currency: z.string(),
  quoteUnit: z.string().nullish(),
  marketState: z.enum(MARKET_STATES).catch('unknown'),
  quotedAt: z.date(),
  delayMinutes: z.number().nullish(),
});
const failureShape = z.object({
  code: z.enum(FAILURE_CODES),
  message: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.number().min(0).optional(),
});

const validateAnswer = (
  said: unknown,
  instrument: Instrument,
  { name }: QuoteProvider,
  now: Date,
  asOf: Date | undefined,
): QuoteAnswer => {
  const holder = z.object({ quote: z.unknown(), failure: z.unknown() }).partial().safeParse(said).data;
  const failed = failureShape.safeParse(holder?.failure);
  if (failed.success) {
    const message =
      sanitizeText(failed.data.message, LONGEST_MESSAGE) ?? `The provider “${name}” gave no reason.`;
    return { failure: { ...failed.data, message } };
  }
  const quoted = quoteShape.safeParse(holder?.quote);
  if (!quoted.success) {
    const what = said === undefined ? 'no answer' : 'an answer that is neither a quote nor a failure';
    return {
      failure: failure(
        'incomplete-quote',
        `The provider “${name}” gave ${what} for ${formatInstrument(instrument)}.`,
      ),
    };
  }
  // Figures in a QuoteAnswer are already in the currency. quoteUnit only says in which unit the market quotes.
  const checked = validateQuote(instrument, quoted.data, now, asOf);
  const unit = quoted.data.quoteUnit ? parseCurrencyUnit(quoted.data.quoteUnit) : undefined;
  return 'quote' in checked && unit?.currency === checked.quote.currency
    ? { quote: { ...checked.quote, quoteUnit: unit.quoteUnit } }
    : checked;
};

/**
 * Wraps a provider from a package or the app so that its answers are validated like those of the plugin's own providers: an invalid
 * quote or a missing answer becomes a failure, and long texts are cut.
 */
export const withValidatedQuotes = (provider: QuoteProvider, now: () => Date): QuoteProvider => ({
  name: provider.name,
  // Read at each access, because the provider `file` takes its attribution from the file.
  get attribution() {
    return sanitizeText(provider.attribution, LONGEST_MESSAGE) ?? '';
  },
  licence: provider.licence,
  delayMinutes: provider.delayMinutes,
  maxBatch: provider.maxBatch,
  limits: provider.limits,
  answersAsOf: provider.answersAsOf,
  ...(provider.asOfMarkets === undefined ? {} : { asOfMarkets: provider.asOfMarkets }),
  ...(provider.maxBatchAsOf === undefined ? {} : { maxBatchAsOf: provider.maxBatchAsOf }),
  async getQuotes(request) {
    const said: unknown = await provider.getQuotes(request);
    const answers: ReadonlyMap<unknown, unknown> = said instanceof Map ? said : new Map();
    return new Map(
      request.instruments.map((instrument) => {
        const named = formatInstrument(instrument);
        return [named, validateAnswer(answers.get(named), instrument, provider, now(), request.asOf)];
      }),
    );
  },
});

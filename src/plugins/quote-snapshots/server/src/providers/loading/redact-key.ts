import type { QuoteAnswer } from '../market-data/quote';
import type { QuoteProvider } from '../quote-provider';

/** Shorter parts of a key may occur in ordinary words. */
const SHORTEST_PART = 6;

/** The key, and each half of a key in the form ID:SECRET. */
const partsOf = (apiKey: string): string[] =>
  [apiKey, ...apiKey.split(':')].filter((part) => part.length >= SHORTEST_PART);

/**
 * Wraps a provider so that its answers contain no part of its key. Vendors repeat requests in their answers, in names as well as in
 * errors, and editors and readers see both.
 */
export const redactKey = (provider: QuoteProvider, apiKey: string | undefined): QuoteProvider => {
  const parts = partsOf(apiKey ?? '');
  if (parts.length === 0) return provider;
  const without = <Text extends string | null>(text: Text): Text =>
    (text && parts.reduce((said, part) => said.replaceAll(part, '***'), String(text))) as Text;
  const clean = (outcome: QuoteAnswer): QuoteAnswer =>
    'quote' in outcome
      ? {
          quote: {
            ...outcome.quote,
            name: without(outcome.quote.name),
            exchange: without(outcome.quote.exchange),
          },
        }
      : { failure: { ...outcome.failure, message: without(outcome.failure.message) } };
  return Object.create(provider, {
    attribution: { get: () => without(provider.attribution) },
    getQuotes: {
      value: async (request: Parameters<QuoteProvider['getQuotes']>[0]) => {
        const outcomes = await provider.getQuotes(request);
        return new Map([...outcomes].map(([instrument, outcome]) => [instrument, clean(outcome)]));
      },
    },
  }) as QuoteProvider;
};

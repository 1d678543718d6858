import Table from 'cli-table3';
import type { HealthReport, Quote, QuoteProvider } from 'strapi-plugin-quote-snapshots/providers';

const signed = (figure: number, decimals: number): string =>
  `${figure > 0 ? '+' : ''}${figure.toFixed(decimals)}`;

const cells = (quote: Quote): string[] => [
  `${quote.price.toFixed(quote.priceDecimals)} ${quote.currency}`,
  quote.change === null ? '' : signed(quote.change, quote.priceDecimals),
  quote.changePercent === null ? '' : `${signed(quote.changePercent, 2)} %`,
  quote.quotedAt.toISOString(),
  quote.marketState,
];

/** A table with one line for each instrument: its figures, or the code of its failure. */
export const quotesTable = ({ answers }: HealthReport): string => {
  const table = new Table({
    head: ['Instrument', 'Price', 'Change', 'Percent', 'Quoted at', 'Market'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
    // Colours would appear as escape codes in a log.
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const [instrument, outcome] of answers) {
    table.push(
      'quote' in outcome
        ? [instrument, ...cells(outcome.quote)]
        : [instrument, outcome.failure.code, '', '', '', ''],
    );
  }
  return table.toString();
};

/** Each failure once, with the instruments that it concerns. */
export const reasons = ({ answers }: HealthReport): string[] => {
  const byMessage = new Map<string, string[]>();
  for (const [instrument, outcome] of answers) {
    if ('quote' in outcome) continue;
    const { code, message } = outcome.failure;
    const reason = `${code}: ${message}`;
    byMessage.set(reason, [...(byMessage.get(reason) ?? []), instrument]);
  }
  return [...byMessage].map(([reason, instruments]) => `${instruments.join(', ')}: ${reason}`);
};

/** The attribution of the quotes, their delay, their licence, and how long the requests took. */
export const footer = (provider: QuoteProvider, { latencyMs }: HealthReport): string => {
  const delay = provider.delayMinutes > 0 ? `delayed at least ${provider.delayMinutes} minutes` : 'real-time';
  const licence =
    provider.licence === 'internal' ? '; its ordinary plans do not allow showing them to the public' : '';
  return `${provider.attribution} (${provider.name}, ${delay}${licence}; ${latencyMs} ms)`;
};

/** The report as JSON. */
export const asJson = (provider: QuoteProvider, { answers, ...report }: HealthReport, asOf?: Date): string =>
  JSON.stringify(
    {
      provider: provider.name,
      attribution: provider.attribution,
      licence: provider.licence,
      delayMinutes: provider.delayMinutes,
      asOf: asOf?.toISOString() ?? null,
      ...report,
      quotes: [...answers].map(([instrument, outcome]) => ({
        ...('quote' in outcome ? outcome.quote : { failure: outcome.failure }),
        instrument,
      })),
    },
    null,
    2,
  );

import Table from 'cli-table3';
import type { HealthReport, Quote, QuoteProvider } from '../plugins/quote-snapshots/server/src/providers';

const signed = (figure: number, decimals: number): string =>
  `${figure > 0 ? '+' : ''}${figure.toFixed(decimals)}`;

const cells = (quote: Quote): string[] => [
  `${quote.price.toFixed(quote.priceDecimals)} ${quote.currency}`,
  quote.change === null ? '' : signed(quote.change, quote.priceDecimals),
  quote.changePercent === null ? '' : `${signed(quote.changePercent, 2)} %`,
  quote.quotedAt.toISOString(),
  quote.marketState,
];

/** One line an instrument: its figures, or why there are none. */
export const quotesTable = ({ answers }: HealthReport): string => {
  const table = new Table({
    head: ['Instrument', 'Price', 'Change', 'Percent', 'Quoted at', 'Market'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
    // No colours, which a log would show as codes, and no line between the rows.
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

/** Each reason once, with the instruments that have it. */
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

/** The credit that goes with the quotes, how old they are at least, and how long they took to come. */
export const footer = (provider: QuoteProvider, { latencyMs }: HealthReport): string => {
  const delay = provider.delayMinutes > 0 ? `delayed at least ${provider.delayMinutes} minutes` : 'real-time';
  const licence =
    provider.licence === 'internal' ? '; its ordinary plans do not allow showing them to the public' : '';
  return `${provider.attribution} (${provider.name}, ${delay}${licence}; ${latencyMs} ms)`;
};

/** The same for programs. */
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

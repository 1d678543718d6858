import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatInstrument } from '../../instruments/instrument';
import { validateQuote } from '../market-data/validate-quote';
import { failAll, failure } from '../market-data/failure';
import { planLimits } from '../quotas/plan-limits';
import type { QuoteAnswer } from '../market-data/quote';
import type { ProviderModule } from '../quote-provider';
import { readQuotesCsv, type QuotesCsv } from './quotes-csv';

const SAMPLE_ATTRIBUTION = 'Sample figures, not market data.';

/**
 * Quotes from a CSV file in the format of `readQuotesCsv`: for demonstrations, tests and newsrooms that export their own.
 * A row without `quotedAt` is quoted at the time of the request. The file is read again when it changes.
 */
const fileProvider: ProviderModule = {
  init({ file: given, appRoot = '', perMinute, perDay, licence = 'display', now = () => new Date() }) {
    if (!given) {
      throw new Error(
        'The provider "file" needs the path of a CSV file: set QUOTES_FILE, or provider.file in config/plugins.',
      );
    }
    const file = path.resolve(appRoot, given);
    let read: { modified: number; csv: QuotesCsv } | undefined;

    const load = async (): Promise<QuotesCsv> => {
      const { mtimeMs } = await stat(file);
      if (read?.modified !== mtimeMs)
        read = { modified: mtimeMs, csv: readQuotesCsv(await readFile(file, 'utf8')) };
      return read.csv;
    };

    const provider = {
      name: 'file',
      attribution: SAMPLE_ATTRIBUTION,
      licence,
      delayMinutes: 0,
      maxBatch: 10_000,
      limits: planLimits('request', { perMinute, perDay }),
      answersAsOf: false,
      async getQuotes({ instruments }: { instruments: Parameters<typeof failAll>[0] }) {
        let csv: QuotesCsv;
        try {
          csv = await load();
        } catch (error) {
          const why =
            (error as NodeJS.ErrnoException).code === 'ENOENT'
              ? 'it does not exist'
              : (error as Error).message;
          return failAll(
            instruments,
            failure('bad-answer', `The quotes file (QUOTES_FILE) cannot be used: ${why}.`),
          );
        }
        provider.attribution = csv.attribution ?? SAMPLE_ATTRIBUTION;
        const asked = now();
        return new Map(
          instruments.map((instrument): [string, QuoteAnswer] => {
            const named = formatInstrument(instrument);
            const row = csv.quotes.get(named);
            if (row)
              return [named, validateQuote(instrument, { ...row, quotedAt: row.quotedAt ?? asked }, asked)];
            const fault = csv.faults.length > 0 ? ` It has faults: ${csv.faults[0]}.` : '';
            const message = `The quotes file has no row for ${named}.${fault}`;
            return [named, { failure: failure('unknown-instrument', message) }];
          }),
        );
      },
    };
    return provider;
  },
};

export default fileProvider;

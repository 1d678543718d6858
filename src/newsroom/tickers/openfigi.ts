import { fetchJson, sanitizeText, segmentsOf, vendorUrl } from 'strapi-plugin-quote-snapshots/provider-kit';
import { z } from 'zod';
import { checkFigi } from '../records/identifiers';
import type { CompletionFault } from './completion';

/** The most jobs of one request that OpenFIGI takes without a key. */
const MOST_JOBS = 5;

/** A listing to be looked up. */
export interface Lookup {
  symbol: string;
  /** ISO 10383. */
  mic: string;
  /** ISO 6166, where it is known: it names a share whatever the vendor's spelling of its symbol is. */
  isin?: string | undefined;
}

/** A job of `POST /v3/mapping`. */
interface Job {
  idType: 'ID_ISIN' | 'TICKER';
  idValue: string;
  micCode: string;
}

const record = z.object({
  figi: z.string(),
  name: z.string().nullish(),
  ticker: z.string().nullish(),
  shareClassFIGI: z.string().nullish(),
});

const answer = z.array(
  z.object({
    data: z.array(record).optional(),
    warning: z.string().optional(),
    error: z.string().optional(),
  }),
);

type FigiRecord = z.infer<typeof record>;

/** As OpenFIGI spells a symbol: share classes behind a slash, and numbers of Hong Kong without zeros in front. */
const vendorSymbol = ({ symbol, mic }: Lookup): string =>
  (mic === 'XHKG' ? symbol.replace(/^0+(?=\d)/, '') : symbol).replaceAll('.', '/');

/** One job for each code that may stand for the market: OpenFIGI knows Nasdaq's listings by their tier, and not as XNAS. */
const jobsOf = (lookup: Lookup): Job[] => {
  const id = lookup.isin
    ? ({ idType: 'ID_ISIN', idValue: lookup.isin } as const)
    : ({ idType: 'TICKER', idValue: vendorSymbol(lookup) } as const);
  return [lookup.mic, ...segmentsOf(lookup.mic)]
    .slice(0, MOST_JOBS)
    .map((micCode): Job => ({ ...id, micCode }));
};

export interface FoundListing {
  name: string | null;
  /** Null where there are several of one share on this market. */
  figi: string | null;
}

/** What is known of the one share that the records are of. */
const describe = (records: readonly FigiRecord[]): FoundListing | { fault: CompletionFault } => {
  const [first] = records;
  if (!first) return { fault: 'unknown' };
  const figis = new Set(records.map(({ figi }) => figi));
  const shares = new Set(records.map(({ figi, shareClassFIGI }) => shareClassFIGI ?? figi));
  if (shares.size > 1) return { fault: 'ambiguous' };
  return {
    name: sanitizeText(first.name),
    figi: figis.size === 1 && checkFigi(first.figi) === undefined ? first.figi : null,
  };
};

const FAULTS: Readonly<Record<string, CompletionFault>> = {
  quota: 'quota',
  network: 'unreachable',
  timeout: 'unreachable',
};

/**
 * Looks a listing up at OpenFIGI, without a key: https://www.openfigi.com/api/documentation (`POST /v3/mapping`). It answers
 * each job with `data`, with `warning` where it knows nothing, or with `error` where it does not understand the job.
 *
 * Never rejects. It knows neither currencies nor, as an answer, ISINs.
 */
export const askOpenFigi = async (
  baseUrl: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<FoundListing | { fault: CompletionFault }> => {
  const jobs = jobsOf(lookup);
  const response = await fetchJson(vendorUrl(baseUrl, '/v3/mapping'), { body: jobs, signal });
  if ('failure' in response) return { fault: FAULTS[response.failure.code] ?? 'bad-answer' };
  const parsed = answer.safeParse(response.json);
  // One answer a job, in their order.
  if (!parsed.success || parsed.data.length !== jobs.length) return { fault: 'bad-answer' };
  const records = parsed.data.flatMap(({ data = [] }) => data);
  // A code of a market that OpenFIGI does not know is an error of its job alone.
  if (records.length === 0 && parsed.data.every(({ error }) => error !== undefined))
    return { fault: 'not-covered' };
  const spelled = records.filter(({ ticker }) => lookup.isin || ticker === vendorSymbol(lookup));
  return describe(spelled);
};

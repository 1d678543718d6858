import { fetchJson, sanitizeText, segmentsOf, vendorUrl } from 'strapi-plugin-quote-snapshots/provider-kit';
import { z } from 'zod';
import { checkFigi } from '../records/identifiers';
import type { CompletionFault } from './completion';

/** The most jobs of one request without a key. */
const MOST_JOBS = 5;

/** A listing to look up. */
export interface Lookup {
  symbol: string;
  /** ISO 10383. */
  mic: string;
  /** ISO 6166, if it is known. It identifies a share however OpenFIGI spells its symbol. */
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

/** The symbol as OpenFIGI spells it: with a slash before the share class, and in Hong Kong without leading zeros. */
const vendorSymbol = ({ symbol, mic }: Lookup): string =>
  (mic === 'XHKG' ? symbol.replace(/^0+(?=\d)/, '') : symbol).replaceAll('.', '/');

/** One job for each code that may mean the market: OpenFIGI has Nasdaq's listings under their tier, and not under XNAS. */
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
  /** Null if there are several for one share on this market. */
  figi: string | null;
}

/** The facts about the share, if all records are about the same one. */
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
 * Looks up a listing at OpenFIGI, without a key: https://www.openfigi.com/api/documentation (`POST /v3/mapping`). It answers each
 * job with `data`, with `warning` if it knows nothing, or with `error` if it does not understand the job.
 *
 * Never rejects. OpenFIGI has no currencies, and its answers have no ISINs.
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
  // There must be one answer for each job, in the same order.
  if (!parsed.success || parsed.data.length !== jobs.length) return { fault: 'bad-answer' };
  const records = parsed.data.flatMap(({ data = [] }) => data);
  // A market code that OpenFIGI does not know is an error of its own job only.
  if (records.length === 0 && parsed.data.every(({ error }) => error !== undefined))
    return { fault: 'not-covered' };
  const spelled = records.filter(({ ticker }) => lookup.isin || ticker === vendorSymbol(lookup));
  return describe(spelled);
};

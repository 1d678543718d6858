import { parseInstrument } from '../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import type {
  ProviderOptions,
  QuoteAnswer,
  QuoteProvider,
} from '../../../src/plugins/quote-snapshots/server/src/providers';
import type { Vendor, VendorStandIn } from './vendor';

/** A vendor's adapter and its stand-in, started before the tests of a file and stopped after them. */
export const useVendor = (vendor: Vendor) => {
  let server: VendorStandIn;
  beforeEach(async () => {
    server = await vendor.start();
  });
  afterEach(() => server.close());
  const create = (options: ProviderOptions = {}): QuoteProvider =>
    vendor.adapter.init({ apiKey: vendor.key, baseUrl: server.baseUrl, ...vendor.plan, ...options });
  return {
    create,
    get server(): VendorStandIn {
      return server;
    },
    /** What the adapter makes of these instruments, by name. */
    ask: async (
      names: string[],
      { asOf, ...options }: ProviderOptions & { asOf?: Date } = {},
    ): Promise<Map<string, QuoteAnswer>> =>
      create(options).getQuotes({
        instruments: names.map(parseInstrument),
        signal: AbortSignal.timeout(5_000),
        ...(asOf ? { asOf } : {}),
      }),
  };
};

/** The code of each outcome, `quote` for a quote, in the order asked for. */
export const codes = (outcomes: Map<string, QuoteAnswer>, names: string[]): (string | undefined)[] =>
  names.map((name) => {
    const outcome = outcomes.get(name);
    return outcome && ('failure' in outcome ? outcome.failure.code : 'quote');
  });

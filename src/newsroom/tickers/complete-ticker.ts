import type { Core } from '@strapi/strapi';
import type { InstrumentsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../quotes-plugin';
import { checkCurrency } from '../records/identifiers';
import type { Completion, CompletionFault, CompletionSource } from './completion';
import { askOpenFigi, type Lookup } from './openfigi';

/** How long a user who clicked waits for OpenFIGI, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

const PROVIDER_FAULTS: Readonly<Record<string, CompletionFault>> = {
  'unknown-instrument': 'unknown',
  'no-price': 'unknown',
  'wrong-listing': 'unknown',
  quota: 'quota',
  network: 'unreachable',
  timeout: 'unreachable',
};

const failed = (fault: CompletionFault): Completion => ({ fields: {}, fault });

const askProvider = async (strapi: Core.Strapi, { symbol, mic }: Lookup): Promise<Completion> => {
  const instruments = quotesPlugin(strapi)?.service<InstrumentsService>('instruments');
  if (!instruments) return failed('switched-off');
  const found = await instruments.describe({ mic, symbol });
  if ('failure' in found) return failed(PROVIDER_FAULTS[found.failure] ?? 'bad-answer');
  const { name, exchange, currency } = found;
  return {
    fields: {
      ...(name ? { name } : {}),
      ...(exchange ? { exchange } : {}),
      ...(checkCurrency(currency) === undefined ? { currency } : {}),
    },
    fault: null,
  };
};

/** The facts about a listing from one source. Must be called outside of transactions, because it sends a network request. */
export const completeTicker = async (
  strapi: Core.Strapi,
  source: CompletionSource,
  lookup: Lookup,
): Promise<Completion> => {
  if (source === 'provider') return askProvider(strapi, lookup);
  const baseUrl = strapi.config.get<string>('newsroom.openFigiUrl');
  const found = await askOpenFigi(baseUrl, lookup, AbortSignal.timeout(ANSWER_WITHIN_MS));
  if ('fault' in found) return failed(found.fault);
  const { name, figi } = found;
  return { fields: { ...(name ? { name } : {}), ...(figi ? { figi } : {}) }, fault: null };
};

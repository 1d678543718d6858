import type { Core } from '@strapi/strapi';
import { exchangeLabel } from '../../detection';
import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { likelyTypos, rankNearMisses } from '../../instruments/near-misses';
import { pluginContext, type PluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { nearMissesBody, parseRequest } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** How long the panel waits for suggestions, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

interface Suggested extends Instrument {
  exchange: string | null;
  name: string | null;
}

const present = ({ mic, symbol, exchange, name }: Suggested) => ({
  instrument: formatInstrument({ mic, symbol }),
  mic,
  symbol,
  exchange: exchange ?? exchangeLabel(mic) ?? mic,
  name,
});

/** Likely spellings for which the provider has a quote, each with the provider's name for it. */
const knownToProvider = async (
  { desk }: PluginContext,
  asked: readonly Instrument[],
): Promise<Map<string, Suggested>> => {
  if (asked.length === 0) return new Map();
  // The last part of the quota is reserved for publications.
  const answers = await desk.getQuotes([...asked], { timeoutMs: ANSWER_WITHIN_MS, priority: 'retry' });
  return new Map(
    asked.flatMap((instrument): [string, Suggested][] => {
      const key = formatInstrument(instrument);
      const answer = answers.get(key);
      return answer && 'quote' in answer
        ? [[key, { ...instrument, exchange: null, name: answer.quote.name ?? null }]]
        : [];
    }),
  );
};

/**
 * `POST /near-misses`: for listings that the provider does not know, the listings that may be meant: tickers of the newsroom with a
 * similar spelling, or else likely spellings that the provider knows.
 */
export const findNearMisses = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const context = pluginContext(strapi);
  const written = parseRequest(nearMissesBody, ctx.request.body).instruments.map(requestedInstrument);
  const own = await Promise.all(
    written.map(async (instrument) => ({
      instrument,
      found: rankNearMisses<Suggested>(instrument, await context.directory.spelledLike(instrument.symbol)),
    })),
  );
  const open = own
    .filter(({ found }) => found.length === 0)
    .flatMap(({ instrument }) => likelyTypos(instrument));
  const quoted = await knownToProvider(context, open);
  ctx.body = {
    data: Object.fromEntries(
      own.map(({ instrument, found }) => {
        const listings =
          found.length > 0
            ? found
            : likelyTypos(instrument).flatMap((slip) => quoted.get(formatInstrument(slip)) ?? []);
        return [formatInstrument(instrument), listings.slice(0, 3).map(present)];
      }),
    ),
  };
};

import { marketTimeZone } from 'strapi-plugin-quote-snapshots/instruments';
import { readVariable, type Environment } from '../environment';
import type { Market } from './market';

/**
 * Reads `NEWSROOM_MARKET`: the market in whose zone times are shown if an article names no listing.
 *
 * @throws Error that names the variable, its value and what to give instead
 */
export const readMarketEnvironment = (env: Environment): Market => {
  const mic = readVariable(env, 'NEWSROOM_MARKET') ?? 'XNYS';
  const timeZone = marketTimeZone(mic);
  if (timeZone === undefined) {
    throw new Error(
      `NEWSROOM_MARKET is "${mic}": give the market identifier code (ISO 10383) of a market that the newsroom knows, as XNYS or XLON.`,
    );
  }
  return { mic, timeZone };
};

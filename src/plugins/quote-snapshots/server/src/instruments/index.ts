/**
 * How an instrument is written, for the code of an app: it needs the same symbols as the plugin, switched on or not.
 *
 * ```ts
 * import { isSymbol, parseInstrument } from 'strapi-plugin-quote-snapshots/instruments';
 * ```
 */
export { canonicalSymbol, formatInstrument, isSymbol, parseInstrument, type Instrument } from './instrument';
export { marketTimeZone } from './market-time-zones';

/**
 * How instruments are written, for an app's own code, which needs the same symbols as the plugin whether it is switched on or not.
 *
 * ```ts
 * import { isSymbol, parseInstrument } from 'strapi-plugin-quote-snapshots/instruments';
 * ```
 */
export { canonicalSymbol, formatInstrument, isSymbol, parseInstrument, type Instrument } from './instrument';
export { marketTimeZone } from './market-time-zones';

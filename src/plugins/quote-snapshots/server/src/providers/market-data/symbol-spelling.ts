import type { Instrument } from '../../instruments/instrument';
import { marketOf } from './market-segments';

/** Markets of the United States. Vendors write their symbols without a suffix, because each symbol is unique among them. */
export const US_EXCHANGES = ['XNAS', 'XNYS', 'XASE', 'ARCX', 'BATS'] as const;
export const US_OTC = ['OTCQ', 'OTCB', 'PINX', 'OTCM'] as const;

const US: ReadonlySet<string> = new Set<string>([...US_EXCHANGES, ...US_OTC]);
const CANADA: ReadonlySet<string> = new Set(['XTSE', 'XTSX', 'XCNQ', 'NEOE']);

/** The text that a vendor adds before or after the symbols of a market. */
export interface Affix {
  prefix?: string;
  suffix?: string;
}

/** How a vendor spells symbols. Our spelling is `BRK.B`, `BAC.PRL`, `XYZ.U`, `XYZ.WS`, `XYZ.RT`, and in Canada `BCE.PR.A`. */
export interface SymbolSpelling {
  /** Between symbol and class: a dot in `BRK.B`, a dash in `BRK-B`. */
  separator: string;
  /** Between symbol and series of a preferred share: `.PR` in `BAC.PRL`, `-P` in `BAC-PL`, `p` in `BACpL`. */
  preferred: string;
  /** The ending of a unit, a warrant and a right in the United States, including its separator. */
  units: string;
  warrants: string;
  rights: string;
  /**
   * Every market that the vendor covers. A listing on another market is never requested, because the vendor would read it as a US
   * listing.
   */
  markets: Readonly<Record<string, Affix>>;
}

/** The marks of vendors with the same spelling as this plugin. */
export const DOTTED = {
  separator: '.',
  preferred: '.PR',
  units: '.U',
  warrants: '.WS',
  rights: '.RT',
} as const;

/** Markets whose symbols have no prefix and no suffix. */
export const bare = (mics: readonly string[]): Record<string, Affix> =>
  Object.fromEntries(mics.map((mic) => [mic, {}]));

/** Markets whose symbols have a suffix, for example `{ XTSE: '.TO' }`. */
export const suffixed = (suffixes: Readonly<Record<string, string>>): Record<string, Affix> =>
  Object.fromEntries(Object.entries(suffixes).map(([mic, suffix]) => [mic, { suffix }]));

const usKinds = ({ units, warrants, rights }: SymbolSpelling): [ours: string, theirs: string][] => [
  ['.U', units],
  ['.WS', warrants],
  ['.RT', rights],
];

const spell = (spelling: SymbolSpelling, { mic, symbol }: Instrument): string => {
  const classed = (text: string): string => text.replaceAll('.', spelling.separator);
  if (US.has(mic)) {
    const preferred = /^([^.]+)\.PR([A-Z]?)$/.exec(symbol);
    if (preferred) return `${preferred[1]}${spelling.preferred}${preferred[2]}`;
    for (const [ours, theirs] of usKinds(spelling)) {
      if (symbol.endsWith(ours)) return classed(symbol.slice(0, -ours.length)) + theirs;
    }
  }
  if (CANADA.has(mic)) {
    const preferred = /^([^.]+)\.PR\.([A-Z])$/.exec(symbol);
    // Vendors that separate with dots write BCE.PR.A, as Canada does.
    if (preferred && spelling.separator !== '.') return `${preferred[1]}${spelling.preferred}${preferred[2]}`;
  }
  return classed(symbol);
};

const unspell = (spelling: SymbolSpelling, mic: string, text: string): string => {
  const canonical = (part: string): string =>
    spelling.separator ? part.replaceAll(spelling.separator, '.') : part;
  if (US.has(mic)) {
    // Case matters: "BACpL" is a preferred share, "PEP" is not.
    const at = text.lastIndexOf(spelling.preferred);
    const series = text.slice(at + spelling.preferred.length);
    if (at > 0 && /^[A-Z]?$/.test(series)) return `${text.slice(0, at)}.PR${series}`;
    for (const [ours, theirs] of usKinds(spelling)) {
      if (text.length > theirs.length && text.endsWith(theirs))
        return canonical(text.slice(0, -theirs.length)) + ours;
    }
  }
  if (CANADA.has(mic) && spelling.separator !== '.') {
    const at = text.lastIndexOf(spelling.preferred);
    const series = text.slice(at + spelling.preferred.length);
    if (at > 0 && /^[A-Z]$/.test(series)) return `${text.slice(0, at)}.PR.${series}`;
  }
  return canonical(text);
};

const lengthOf = ({ prefix = '', suffix = '' }: Affix): number => prefix.length + suffix.length;

/**
 * The instruments that a vendor's symbol may mean, in our spelling: `VOD.L` is `XLON:VOD`, and `MSFT` is `MSFT` on any US market.
 * Empty if it belongs to no market that the vendor covers.
 */
export const instrumentsOf = (spelling: SymbolSpelling, text: string): Instrument[] => {
  const affixed = Object.entries(spelling.markets).filter(([, { prefix = '', suffix = '' }]) => {
    const fits = text.startsWith(prefix) && text.endsWith(suffix);
    return fits && text.length > prefix.length + suffix.length;
  });
  // "VOD.L" is London's VOD and not a US class L, so markets with a suffix come before those without.
  const longest = Math.max(0, ...affixed.map(([, affix]) => lengthOf(affix)));
  return affixed
    .filter(([, affix]) => lengthOf(affix) === longest)
    .map(([mic, { prefix = '', suffix = '' }]) => ({
      mic,
      symbol: unspell(spelling, mic, text.slice(prefix.length, text.length - suffix.length)),
    }));
};

/**
 * The market under which a vendor has the listings of this one: the market itself, or the market of which it is a segment (vendors
 * have Euronext Growth Paris under Paris). Undefined if the vendor covers neither.
 */
export const coveredMarket = ({ markets }: SymbolSpelling, mic: string): string | undefined =>
  [mic, marketOf(mic)].find((market) => markets[market] !== undefined);

/**
 * An instrument's symbol in the vendor's spelling. Undefined if its market is not covered, or if the result would be another
 * market's symbol (a US class V, if `.V` is Toronto's venture market).
 */
export const vendorSymbol = (spelling: SymbolSpelling, instrument: Instrument): string | undefined => {
  const market = coveredMarket(spelling, instrument.mic);
  const affix = market && spelling.markets[market];
  if (!affix) return undefined;
  const symbol = spell(spelling, { mic: market, symbol: instrument.symbol });
  const spelt = `${affix.prefix ?? ''}${symbol}${affix.suffix ?? ''}`;
  return instrumentsOf(spelling, spelt).some(({ mic }) => mic === market) ? spelt : undefined;
};

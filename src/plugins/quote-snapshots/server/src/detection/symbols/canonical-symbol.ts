import type { SymbolFamily } from '../exchanges/exchange';
import { VENDOR_SUFFIXES } from './vendor-codes';

/** `BAC PR L`, `BAC-PL` and `BACpL` become `BAC.PRL`; `BRK-B` becomes `BRK.B`; Hong Kong codes get at least four digits. */
export const toCanonicalSymbol = (printed: string, mic: string | undefined, family: SymbolFamily): string => {
  let symbol = printed;
  // Most symbols consist of letters only, and no rule below changes them.
  if (/^[A-Z]+$/.test(printed)) return printed;
  // The vendor's suffix is removed first. Otherwise `.PK` of Reuters would become a preferred share of series K.
  const suffix = mic ? VENDOR_SUFFIXES[mic] : undefined;
  if (suffix) symbol = symbol.replace(suffix, '');
  if (family === 'us') {
    symbol = symbol
      .replace(/^([A-Z]+)[p^]([A-Z])$/, '$1.PR$2')
      .replace(/[./ -]P[Rr][./ -]?([A-Z]?)$/, '.PR$1')
      .replace(/^([A-Z]+)[./-]P([A-Z])$/, '$1.PR$2');
  }
  // Korea Exchange prints issue codes with an A before the six digits: A005930.
  if (family === 'six-digits') symbol = symbol.replace(/^A/, '');
  if (family === 'mexico') symbol = symbol.replace(/[ .]/, '');
  symbol = symbol
    .toUpperCase()
    .replace(/[-/ ]+/g, '.')
    .replace(/\.$/, '');
  if (family === 'hong-kong') symbol = symbol.replace(/^0+(?=\d)/, '').padStart(4, '0');
  return symbol;
};

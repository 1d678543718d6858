/** A listing: market identifier code (ISO 10383) and canonical symbol (upper case, with a dot before the share class). */
export interface Instrument {
  mic: string;
  symbol: string;
}

const MIC = /^[A-Z0-9]{4}$/;
// Symbols of India may contain an ampersand: XNSE:M&M.
const SYMBOL = /^[A-Z0-9&]{1,12}(?:\.[A-Z0-9]{1,6}){0,2}$/;

/** The canonical form of a symbol: `BRK-B`, `brk/b` and `BRK.B` all become `BRK.B`. */
export const canonicalSymbol = (symbol: string): string =>
  symbol
    .trim()
    .toUpperCase()
    .replace(/[-/ ]+/g, '.');

export const isSymbol = (symbol: string): boolean => SYMBOL.test(symbol);

/** `XNAS:MSFT` */
export const formatInstrument = ({ mic, symbol }: Instrument): string => `${mic}:${symbol}`;

/**
 * Parses an instrument such as `XNAS:MSFT`. Accepts every spelling of the class separator.
 *
 * @throws RangeError that names the value and gives an example
 */
export const parseInstrument = (text: string): Instrument => {
  const [mic = '', ...rest] = text.trim().split(':');
  const instrument = { mic: mic.toUpperCase(), symbol: canonicalSymbol(rest.join(':')) };
  if (!MIC.test(instrument.mic) || !isSymbol(instrument.symbol)) {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    throw new RangeError(
      `"${shown}" is not an instrument: write the ISO 10383 market identifier code, a colon and the symbol, as XNAS:MSFT or XNYS:BRK.B.`,
    );
  }
  return instrument;
};

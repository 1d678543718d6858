/**
 * What Yahoo writes after the symbols of a market, and after it Finnhub and FMP
 * (https://help.yahoo.com/kb/exchanges-data-providers-yahoo-finance-sln2310.html). US symbols have nothing.
 */
export const YAHOO_SUFFIXES: Readonly<Record<string, string>> = {
  XTSE: '.TO',
  XTSX: '.V',
  XCNQ: '.CN',
  NEOE: '.NE',
  XLON: '.L',
  AIMX: '.L',
  XETR: '.DE',
  XFRA: '.F',
  XPAR: '.PA',
  XAMS: '.AS',
  XBRU: '.BR',
  XLIS: '.LS',
  XMIL: '.MI',
  XMAD: '.MC',
  XSWX: '.SW',
  XSTO: '.ST',
  XCSE: '.CO',
  XHEL: '.HE',
  XOSL: '.OL',
  XASX: '.AX',
  XNZE: '.NZ',
  XHKG: '.HK',
  XTKS: '.T',
  XNSE: '.NS',
  XBOM: '.BO',
  XSES: '.SI',
  XKRX: '.KS',
  XKOS: '.KQ',
  XSHG: '.SS',
  XSHE: '.SZ',
  XTAI: '.TW',
  XJSE: '.JO',
  BVMF: '.SA',
  XMEX: '.MX',
  XTAE: '.TA',
  XSAU: '.SR',
};

/** Yahoo's marks within symbols: `BRK-B`, `BAC-PL`, `XYZ-UN`, `XYZ-WT`, `XYZ-RI`. */
export const YAHOO_MARKS = {
  separator: '-',
  preferred: '-P',
  units: '-UN',
  warrants: '-WT',
  rights: '-RI',
} as const;

/** Suffixes with which Reuters and Yahoo mark the market (https://help.yahoo.com/kb/SLN2310.html). They are not part of the symbol. */
export const VENDOR_SUFFIXES: Readonly<Record<string, RegExp>> = {
  XNAS: /\.O[Q]?$/,
  XNYS: /\.N$/,
  XTSE: /\.TO$/,
  XTSX: /\.V$/,
  XCNQ: /\.CN$/,
  NEOE: /\.NE$/,
  OTCM: /\.(?:PK|OB)$/,
  OTCQ: /\.(?:PK|OB)$/,
  OTCB: /\.(?:PK|OB)$/,
  PINX: /\.(?:PK|OB)$/,
  XLON: /\.LN?$/,
  AIMX: /\.LN?$/,
  XETR: /\.DE$/,
  XFRA: /\.F$/,
  XPAR: /\.PA$/,
  XAMS: /\.AS$/,
  XBRU: /\.BR$/,
  XLIS: /\.LS$/,
  XMIL: /\.MI$/,
  XMAD: /\.MC$/,
  XSWX: /\.SW?$/,
  XASX: /\.AX$/,
  XNZE: /\.NZ$/,
  XHKG: /[.-]HK$/,
  XTKS: /\.T$/,
  XKRX: /\.KS$/,
  XKOS: /\.KQ$/,
  XSHG: /\.S[SH]$/,
  XSHE: /\.SZ$/,
  XTAI: /\.TW$/,
  XSAU: /\.SR$/,
  BVMF: /\.SA$/,
  XNSE: /\.NS$/,
  XBOM: /\.BO$/,
  XSES: /\.SI$/,
  XJSE: /\.J$/,
  XTAE: /\.TA$/,
  XSTO: /\.ST$/,
  XCSE: /\.CO$/,
  XHEL: /\.HE$/,
  XOSL: /\.OL$/,
  XKLS: /\.KL$/,
  XIDX: /\.JK$/,
  XWAR: /\.WA$/,
  XMEX: /\.MX$/,
  XWBO: /\.VI$/,
  XIST: /\.IS$/,
  XATH: /\.AT$/,
  XBKK: /\.BK$/,
};

/** Bloomberg's codes of countries and exchanges, which are printed after a symbol: `ACM LN`. */
const BLOOMBERG: Readonly<Record<string, string>> = {
  XNAS: 'US UW UQ UR',
  XNYS: 'US UN',
  XASE: 'US UA',
  XTSE: 'CN CT',
  XTSX: 'CN CV',
  XLON: 'LN',
  AIMX: 'LN',
  XETR: 'GY GR',
  XFRA: 'GF GR',
  XPAR: 'FP',
  XAMS: 'NA',
  XBRU: 'BB',
  XLIS: 'PL',
  XMIL: 'IM',
  XMAD: 'SM SQ',
  XSWX: 'SW SE',
  XSTO: 'SS',
  XCSE: 'DC',
  XHEL: 'FH',
  XOSL: 'NO',
  XASX: 'AU AT',
  XNZE: 'NZ',
  XHKG: 'HK',
  XTKS: 'JP JT',
  XSES: 'SP',
  XJSE: 'SJ',
  XNSE: 'IN IS',
  XBOM: 'IN IB',
};

/** Seeking Alpha's mark for Canadian listings after the symbol: `TSX:ACM:CA`. */
const SEEKING_ALPHA = /^:CA(?![A-Za-z0-9])/;
const CANADIAN: ReadonlySet<string> = new Set(['XTSE', 'XTSX', 'XCNQ', 'NEOE']);

/**
 * The length of a vendor's mark after a symbol of one of these markets: `ACM LN` of Bloomberg, `ACM:CA` of Seeking Alpha. Undefined
 * if there is none.
 */
export const matchVendorCode = (text: string, at: number, mics: readonly string[]): number | undefined => {
  const following = text.slice(at, at + 12);
  if (SEEKING_ALPHA.test(following) && mics.some((mic) => CANADIAN.has(mic))) return 3;
  const [printed, country = ''] = /^ {1,2}([A-Z]{2})(?: Equity)?(?![A-Za-z0-9])/.exec(following) ?? [];
  return printed !== undefined && mics.some((mic) => BLOOMBERG[mic]?.split(' ').includes(country))
    ? printed.length
    : undefined;
};

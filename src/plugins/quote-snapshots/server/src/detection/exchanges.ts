/** How symbols look on a market; see `symbols.ts`. */
export type SymbolFamily =
  | 'us'
  | 'canada'
  | 'letters'
  | 'nordic'
  | 'alphanumeric'
  | 'london'
  | 'australia'
  | 'hong-kong'
  | 'tokyo'
  | 'six-digits'
  | 'taiwan'
  | 'four-digits'
  | 'brazil'
  | 'india'
  | 'tokyo-or-toronto';

export interface Exchange {
  /** The names that the press prints, the label for readers first. */
  names: readonly string[];
  /** Names that are words too, or short, or places: believed only as spelt here, and only in brackets. */
  wary?: readonly string[];
  mics: readonly string[];
  family: SymbolFamily;
}

/**
 * Exchange names in print → ISO 10383. Where a name has several MICs it is ambiguous, and is never guessed.
 * The first entry with a MIC gives the label that readers are shown.
 */
export const EXCHANGES: readonly Exchange[] = [
  {
    names: [
      'NASDAQ',
      'NasdaqGS',
      'NasdaqGM',
      'NasdaqCM',
      'Nasdaq GS',
      'Nasdaq GM',
      'Nasdaq CM',
      'Nasdaq-GS',
      'Nasdaq-GM',
      'Nasdaq-CM',
      'Nasdaq Global Select Market',
      'Nasdaq Global Select',
      'Nasdaq Global Market',
      'Nasdaq Capital Market',
      'Nasdaq Capital Markets',
      'Nasdaq Stock Market',
      'Nasdaq Stock Exchange',
      'Nasdaq US',
    ],
    wary: ['NMS'],
    mics: ['XNAS'],
    family: 'us',
  },
  {
    names: ['NYSE', 'New York Stock Exchange', 'N.Y.S.E.', 'NYSE Euronext'],
    mics: ['XNYS'],
    family: 'us',
  },
  {
    names: [
      'NYSE American',
      'NYSE MKT',
      'NYSE Amex',
      'NYSEAMERICAN',
      'NYSE-American',
      'NYSE-MKT',
      'NYSEMKT',
      'American Stock Exchange',
    ],
    wary: ['AMEX', 'Amex'],
    mics: ['XASE'],
    family: 'us',
  },
  { names: ['NYSE Arca', 'NYSEARCA', 'NYSE-Arca'], wary: ['ARCA'], mics: ['ARCX'], family: 'us' },
  { names: ['Cboe BZX', 'Cboe US'], wary: ['BATS', 'CBOE', 'Cboe'], mics: ['BATS'], family: 'us' },
  { names: ['OTCQX'], mics: ['OTCQ'], family: 'us' },
  { names: ['OTCQB'], mics: ['OTCB'], family: 'us' },
  {
    names: [
      'OTC Pink',
      'OTCPK',
      'OTC PK',
      'OTC Pinks',
      'OTC Pink Sheets',
      'Pink Sheets',
      'OTCPINK',
      'OTC-Pink',
    ],
    wary: ['PINK', 'PINX', 'PNK'],
    mics: ['PINX'],
    family: 'us',
  },
  {
    names: [
      'OTC Markets',
      'OTCMKTS',
      'OTC Market',
      'OTC MKTS',
      'OTCBB',
      'OTC BB',
      'OTC Bulletin Board',
      'OTC US',
    ],
    wary: ['OTC'],
    mics: ['OTCM'],
    family: 'us',
  },
  { names: ['TSX', 'Toronto Stock Exchange'], wary: ['TOR', 'T.S.X.'], mics: ['XTSE'], family: 'canada' },
  {
    names: ['TSXV', 'TSX-V', 'TSX.V', 'TSX V', 'TSX Venture', 'TSX Venture Exchange', 'TSX-Venture'],
    wary: ['CVE'],
    mics: ['XTSX'],
    family: 'canada',
  },
  { names: ['CNSX', 'Canadian Securities Exchange'], mics: ['XCNQ'], family: 'canada' },
  { names: ['Cboe Canada', 'NEO Exchange', 'Cboe CA'], wary: ['NEO'], mics: ['NEOE'], family: 'canada' },
  { names: ['London Stock Exchange'], wary: ['LSE', 'LON'], mics: ['XLON'], family: 'london' },
  { names: ['LSE AIM', 'AIM London'], wary: ['AIM'], mics: ['AIMX'], family: 'london' },
  {
    names: ['XETRA', 'Deutsche Boerse', 'Deutsche Börse'],
    wary: ['ETR'],
    mics: ['XETR'],
    family: 'alphanumeric',
  },
  {
    names: ['Frankfurt Stock Exchange', 'Börse Frankfurt'],
    wary: ['Frankfurt', 'FRA', 'FSE', 'FWB'],
    mics: ['XFRA'],
    family: 'alphanumeric',
  },
  { names: ['Euronext Paris'], wary: ['EPA', 'PAR'], mics: ['XPAR'], family: 'alphanumeric' },
  { names: ['Euronext Amsterdam'], wary: ['AMS', 'AEX'], mics: ['XAMS'], family: 'alphanumeric' },
  { names: ['Euronext Brussels'], wary: ['EBR'], mics: ['XBRU'], family: 'alphanumeric' },
  { names: ['Euronext Lisbon'], wary: ['ELI'], mics: ['XLIS'], family: 'alphanumeric' },
  { names: ['Borsa Italiana', 'Euronext Milan'], wary: ['BIT'], mics: ['XMIL'], family: 'alphanumeric' },
  { names: ['Euronext Dublin'], mics: ['XMSM'], family: 'alphanumeric' },
  { names: ['Bolsa de Madrid'], wary: ['BME'], mics: ['XMAD'], family: 'alphanumeric' },
  {
    names: ['SIX Swiss Exchange', 'SIX Swiss', 'Swiss Exchange'],
    wary: ['SIX', 'SWX'],
    mics: ['XSWX'],
    family: 'alphanumeric',
  },
  { names: ['Nasdaq Stockholm'], wary: ['STO'], mics: ['XSTO'], family: 'nordic' },
  { names: ['Nasdaq Copenhagen'], wary: ['CPH'], mics: ['XCSE'], family: 'nordic' },
  { names: ['Nasdaq Helsinki'], wary: ['HEL'], mics: ['XHEL'], family: 'nordic' },
  {
    names: ['Oslo Børs', 'Oslo Bors', 'Euronext Oslo', 'Oslo Stock Exchange'],
    wary: ['OSL', 'OSE'],
    mics: ['XOSL'],
    family: 'nordic',
  },
  { names: ['ASX', 'Australian Securities Exchange'], mics: ['XASX'], family: 'australia' },
  { names: ['NZX', 'NZSX'], wary: ['NZE'], mics: ['XNZE'], family: 'letters' },
  {
    names: ['HKEX', 'SEHK', 'HKSE', 'Hong Kong Stock Exchange', 'HKEx'],
    wary: ['HKG'],
    mics: ['XHKG'],
    family: 'hong-kong',
  },
  { names: ['TYO', 'JPX', 'Tokyo Stock Exchange'], mics: ['XTKS'], family: 'tokyo' },
  {
    names: ['National Stock Exchange of India', 'NSE India'],
    wary: ['NSE'],
    mics: ['XNSE'],
    family: 'india',
  },
  { names: ['Bombay Stock Exchange', 'BSE India'], wary: ['BSE', 'BOM'], mics: ['XBOM'], family: 'india' },
  { names: ['SGX', 'Singapore Exchange'], mics: ['XSES'], family: 'alphanumeric' },
  { names: ['KRX', 'KOSPI', 'Korea Exchange'], mics: ['XKRX'], family: 'six-digits' },
  { names: ['KOSDAQ'], mics: ['XKOS'], family: 'six-digits' },
  { names: ['Shanghai Stock Exchange'], wary: ['SSE', 'SHA'], mics: ['XSHG'], family: 'six-digits' },
  { names: ['SZSE', 'Shenzhen Stock Exchange'], wary: ['SHE'], mics: ['XSHE'], family: 'six-digits' },
  { names: ['TWSE', 'Taiwan Stock Exchange'], wary: ['TPE'], mics: ['XTAI'], family: 'taiwan' },
  { names: ['Johannesburg Stock Exchange'], wary: ['JSE'], mics: ['XJSE'], family: 'letters' },
  { names: ['BVMF', 'Bovespa'], wary: ['B3'], mics: ['BVMF'], family: 'brazil' },
  { names: ['Bolsa Mexicana de Valores'], wary: ['BMV'], mics: ['XMEX'], family: 'letters' },
  { names: ['TASE', 'Tel Aviv Stock Exchange'], wary: ['TLV'], mics: ['XTAE'], family: 'letters' },
  { names: ['Tadawul', 'Saudi Exchange'], mics: ['XSAU'], family: 'four-digits' },
  // Ambiguous names, whatever the context.
  { names: ['TSE'], mics: ['XTKS', 'XTSE'], family: 'tokyo-or-toronto' },
  { names: [], wary: ['CSE'], mics: ['XCNQ', 'XCSE', 'XCOL'], family: 'canada' },
  {
    names: ['Euronext'],
    mics: ['XPAR', 'XAMS', 'XBRU', 'XLIS', 'XMIL', 'XMSM', 'XOSL'],
    family: 'alphanumeric',
  },
];

const labels = new Map<string, string>();
for (const { names, wary, mics } of EXCHANGES) {
  const [mic] = mics;
  const label = names[0] ?? wary?.[0];
  if (mics.length === 1 && mic && label && !labels.has(mic)) labels.set(mic, label);
}
// Markets whose usual label is one that detection is wary of.
for (const [mic, label] of [
  ['AIMX', 'AIM'],
  ['XNSE', 'NSE'],
  ['XBOM', 'BSE'],
  ['XJSE', 'JSE'],
  ['XSHG', 'SSE'],
  ['XMEX', 'BMV'],
  ['XLON', 'LSE'],
] as const) {
  labels.set(mic, label);
}

/** The exchange as printed to readers: `XNAS` → `NASDAQ`; undefined for a market that the table lacks. */
export const printedExchange = (mic: string): string | undefined => labels.get(mic);

/**
 * Words that stand where a symbol would, in capitals, without being one: `NYSE: UP 2%`. Many are symbols too
 * (OPEN, ALL, SEE), so they are believed only where nothing else could be meant: alone in brackets.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `A I AM AN AND ARE AS AT BE BY DO FOR FROM GO HAS HE IF IN IS IT ITS NO NOT OF ON OR OUR SEE SO THE TO UP US WE WITH YOU
  ALL ANY BIG DAY FEW HOW KEY LIVE MORE MOST NEW NEXT NOW ONE OUT OVER POST PRE TODAY TOP TWO WEEK WHAT WHY YEAR YES YET
  BEARS BULLS BANKS BUY CLOSE CUT CUTS DOWN DROP DROPS FALL FALLS FELL FLAT GAIN GAINS GAP HALT HIGH HIGHS HIT HITS HOLD JUMP
  JUMPS LEAD LOSE LOSS LOW LOWER LOWS MIXED MOVE NEWS OFF OPEN OPENS RALLY RISE RISES ROSE SELL SINK SINKS SLIDE SLIP SLIPS SOAR
  SOARS STOCK SURGE TRADE WATCH WIN AI CASH DATA DEBT ESG GAS GDP GOLD OIL TECH CPI FED SEC IRS FDA FTC DOJ
  EST EDT ET CET GMT UTC BST JST HKT FY YTD YOY QOQ EPS PE USA UK EU UN UAE CAD AUD JPY CHF HKD CNY INR NZD SGD SEK
  NOK DKK MBA PHD MSC
  AFP DPA BBC CNN CNBC NHK OECD IMF ECB BIS OUP CUP MIT PUF CNRS CSIC HMSO DAX CAC IBEX FTSE NIKKEI MDAX NYC LAX GER ITA STOP LIVE
  CHIPS BUYS EZB NATO OPEC UNESCO INE SSB DIW ISPI ETH CSO FCE ISEAS JICA KDI INEI WTO WHO UEFA FIFA AP TV FAQ
  JFK LHR CDG ARN SFO MSB LSB FIELD STD SPEC PFAS NON EX ANTI PRO DUAL CROSS MULTI INTRA
  TICK FLOOR RULE RULES FEE FEES BELL FIRMS FANG BOARD BONDS HOURS TAPE TIMES STAFF PLAN PLANS DEAL DEALS TEAM BID BIDS
  JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SAT SUN`.split(/\s+/),
);

/** What is never a symbol, wherever it stands. */
export const NEVER_SYMBOLS: ReadonlySet<string> = new Set(
  `TBA TBD TBC N.A NA NONE NULL NIL SENSEX NIFTY INDEX VIX SPX NDX RUT DJIA ETF ETFS ETN IPO IPOS SPAC REIT ADR ADRS ADS CEO CFO COO CTO PLC INC CORP
  XXX XXXX XXXXX LTD LLC USD EUR GBP THE WITH FROM YOU YOUR STI HSI PRESS PHOTO IMAGE MEDIA VIDEO CHART LOGO FOTO NIFTY50 BANKNIFTY TICKER SYMBOL STOCK SHARE OTHER VARIOUS
  ISIN WKN CUSIP SEDOL RIC LEI FIGI VALOR NAV IPC SDAX MDAX TECDAX IBOVESPA MERVAL TASI GBX AEST AEDT`.split(
    /\s+/,
  ),
);

/** Times, quarters, years, weeks and amounts, which look like the symbols of markets whose symbols hold digits. */
export const FIGURE = /^(?:\d{1,2}[AP]M|[QH][1-4]|[1-4][QH]|FY\d{2,4}|\d{1,2}W(?:KS?)?|\d{3,}M)$/;

/**
 * What is no further symbol in a list, though it looks like one: parts of addresses, provinces and
 * states behind the name of a place of business (`(TSXV: ACM, BC)`).
 */
export const NEVER_LATER =
  /^(?:\d+[KMBX]|BC|AB|ON|QC|SK|MB|NS|NB|NL|PEI|NY|NJ|CA|TX|FL|MA|DC|LLP|ISIN|USA|NYC)$/;

/** What follows `$` in prices and shells rather than naming a share: units, currencies. */
export const NEVER_CASHTAGS: ReadonlySet<string> = new Set(
  `MM BN MN BB TN MIL BIL TRN USD CAD AUD NZD HKD SGD EUR GBP JPY CHF CNY INR US CA PATH HOME USER AMT`.split(
    /\s+/,
  ),
);

/** Amounts too: `(in $M)`. Such a cashtag is believed beside others, or where only a share can do what is said of it. */
export const AMOUNT_LETTERS: ReadonlySet<string> = new Set(['M', 'B', 'K', 'T']);

/** Codes of large airports, which stand beside the codes of cities that are exchanges too: `(VIE: MUC)`. */
export const AIRPORTS: ReadonlySet<string> = new Set(
  `ATL BOS CDG DEN DFW EWR IAD JFK LAX LGA MIA ORD SEA SFO YUL YVR YYZ ARN BCN BRU CPH DUB DUS EDI FCO FRA GVA HAM HEL IST
  LHR LIN LIS LGW MAD MAN MUC MXP NYC LON ORY OSL PAR STN TXL VIE ZRH AUH DOH DXB BKK CGK DEL BOM HKG HND ICN KIX KUL MEL NRT
  PEK PVG SIN SYD TPE AKL CPT JNB BOG EZE GRU LIM MEX SCL`.split(/\s+/),
);

/** Indices that vendors print as if they were shares of the exchange; an index has no quote to capture. */
const INDICES: ReadonlySet<string> = new Set(
  `IXIC COMPX NYA XAX XJO XAO XKO UKX FTSEMIB SX5E PX1 FCHI GDAXI SSMI BEL20 PSI20 IBEX35 OMXS30 OMXC20 OMXC25 OMXH25
  TA35 TA90 TA125 N225 XU100 GSPTSE OSPTX`.split(/\s+/),
);
/** Indices whose symbols are shares elsewhere. */
const INDICES_OF: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['COMP', 'NDX'],
  XPAR: ['CAC'],
  XAMS: ['AEX', 'AMX'],
  XSWX: ['SMI', 'SPI', 'SLI'],
  XWBO: ['ATX'],
  XOSL: ['OBX', 'OSEBX'],
  XLIS: ['PSI'],
  XBRU: ['BEL'],
  XTSE: ['TSX'],
  XLON: ['ASX'],
};

/** Whether a symbol names an index of a market. */
export const isIndex = (symbol: string, mic: string | null): boolean =>
  INDICES.has(symbol) || (mic !== null && (INDICES_OF[mic]?.includes(symbol) ?? false));

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
  LTD LLC USD EUR GBP THE WITH FROM YOU YOUR STI HSI PRESS PHOTO IMAGE MEDIA VIDEO CHART LOGO FOTO NIFTY50 BANKNIFTY TICKER SYMBOL STOCK SHARE OTHER VARIOUS
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

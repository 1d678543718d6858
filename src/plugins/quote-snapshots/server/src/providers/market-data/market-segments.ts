/**
 * Codes for the same listings: an operating code, its segments, and tiers that vendors do not distinguish. Operating and segment
 * codes are those of ISO 10383 (https://www.iso20022.org/market-identifier-codes). Several exchanges of one operator are separate
 * here, because they list different shares: NYSE and NYSE Arca, Toronto and its venture market, Paris and Amsterdam.
 */
const MARKETS: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['XNGS', 'XNMS', 'XNCM'],
  ARCX: ['XARC'],
  BATS: ['XCBO'],
  OTCM: [...['OTCQ', 'OTCB', 'PINX', 'PSGM', 'EXPM', 'PINL', 'PINI', 'PINC', 'OTCD', 'XOTC', 'OOTC'], 'CAVE'],
  XTSX: ['XTNX'],
  XCNQ: ['PURE'],
  NEOE: ['NEON', 'NEOD', 'NEOC'],
  XLON: ['AIMX', 'XLOM'],
  XETR: ['XETA', 'XETB', 'XETS', 'XETU'],
  XFRA: ['FRAA', 'FRAB', 'FRAS', 'FRAU', 'FRAV'],
  XPAR: ['ALXP', 'XMLI'],
  XAMS: ['ALXA', 'TNLA'],
  XBRU: ['ALXB', 'MLXB', 'ENXB', 'TNLB'],
  XLIS: ['ALXL', 'ENXL', 'MFOX'],
  XDUB: ['XMSM', 'XESM', 'XATL'],
  XOSL: ['MERK', 'XOAS'],
  XMIL: ['MTAA', 'XMTA', 'XMOT', 'EXGM', 'ETFP', 'BGEM', 'MIVX'],
  XMAD: ['BMEX', 'XMCE', 'MABX', 'GROW', 'XLAT'],
  XSWX: ['XVTX'],
  XSTO: ['FNSE', 'SSME'],
  XCSE: ['FNDK', 'DSME'],
  XHEL: ['FNFI', 'FSME'],
  XASX: ['ASXT'],
  XHKG: ['XGEM'],
  XTKS: ['XJPX', 'XTAM'],
  XSES: ['XSCA'],
  XKLS: ['MESQ'],
  XICE: ['FNIS'],
  XIDX: ['XJKT'],
  XBKK: ['XMAI'],
  XWAR: ['XNCO'],
  AQSE: ['AQSG', 'AQSL', 'NEXX', 'NEXG'],
  XATH: ['ASEX', 'ENAX'],
  XPRA: ['STRT'],
  XBOM: ['BSME'],
  BVMF: ['XBSP'],
};

const MARKET_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(MARKETS).flatMap(([market, segments]) =>
    segments.map((segment) => [segment, market] as const),
  ),
);

/** The market of a code: the code itself, or the market of which it is a segment. */
export const marketOf = (mic: string): string => MARKET_OF.get(mic) ?? mic;

/** The segments of a market; empty for a segment, and for a market without segments. */
export const segmentsOf = (mic: string): readonly string[] => MARKETS[mic] ?? [];

/** Whether two market identifier codes may mean the same listing: a segment and its market, or two tiers of the OTC market. */
export const sameMarket = (one: string, other: string): boolean => marketOf(one) === marketOf(other);

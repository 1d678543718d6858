/** The segments of a market that vendors may name in its place (ISO 10383), and tiers that they do not tell apart. */
const MARKETS: Readonly<Record<string, readonly string[]>> = {
  XNAS: ['XNGS', 'XNMS', 'XNCM'],
  ARCX: ['XARC'],
  XLON: ['AIMX', 'XLOM'],
  OTCM: ['OTCQ', 'OTCB', 'PINX', 'PSGM', 'EXPM', 'PINL', 'PINI', 'PINC', 'XOTC', 'OOTC'],
  XMIL: ['MTAA', 'XMOT'],
  XFRA: ['FRAA'],
  XETR: ['XETA', 'XETB'],
};

const MARKET_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(MARKETS).flatMap(([market, segments]) =>
    segments.map((segment) => [segment, market] as const),
  ),
);

const marketOf = (mic: string): string => MARKET_OF.get(mic) ?? mic;

/** Whether two market identifier codes may stand for one listing: a segment and its market, two tiers of the OTC market. */
export const sameMarket = (one: string, other: string): boolean => marketOf(one) === marketOf(other);

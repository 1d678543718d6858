/** Where a market's clocks are: ISO 10383 market identifier code → IANA time zone. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': ['XNAS', 'XNYS', 'XASE', 'ARCX', 'BATS', 'OTCQ', 'OTCB', 'PINX', 'OTCM'],
  'America/Toronto': ['XTSE', 'XTSX', 'XCNQ', 'NEOE'],
  'America/Sao_Paulo': ['BVMF'],
  'America/Mexico_City': ['XMEX'],
  'America/Bogota': ['XCOL'],
  'Europe/London': ['XLON', 'AIMX'],
  'Europe/Berlin': ['XETR', 'XFRA'],
  'Europe/Paris': ['XPAR'],
  'Europe/Amsterdam': ['XAMS'],
  'Europe/Brussels': ['XBRU'],
  'Europe/Lisbon': ['XLIS'],
  'Europe/Rome': ['XMIL'],
  'Europe/Dublin': ['XMSM'],
  'Europe/Madrid': ['XMAD'],
  'Europe/Zurich': ['XSWX'],
  'Europe/Stockholm': ['XSTO'],
  'Europe/Copenhagen': ['XCSE'],
  'Europe/Helsinki': ['XHEL'],
  'Europe/Oslo': ['XOSL'],
  'Australia/Sydney': ['XASX'],
  'Pacific/Auckland': ['XNZE'],
  'Asia/Hong_Kong': ['XHKG'],
  'Asia/Tokyo': ['XTKS'],
  'Asia/Kolkata': ['XNSE', 'XBOM'],
  'Asia/Singapore': ['XSES'],
  'Asia/Seoul': ['XKRX', 'XKOS'],
  'Asia/Shanghai': ['XSHG', 'XSHE'],
  'Asia/Taipei': ['XTAI'],
  'Africa/Johannesburg': ['XJSE'],
  'Asia/Jerusalem': ['XTAE'],
  'Asia/Riyadh': ['XSAU'],
};

const zoneOf = new Map(
  Object.entries(ZONES).flatMap(([zone, mics]) => mics.map((mic) => [mic, zone] as const)),
);

/** The time zone of a market; undefined, which is the reader's own, for one that the table lacks. */
export const marketTimeZone = (mic: string | null): string | undefined => (mic ? zoneOf.get(mic) : undefined);

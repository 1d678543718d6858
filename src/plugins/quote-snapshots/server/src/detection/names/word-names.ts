/**
 * Company names that are also words. Such a name alone is not enough evidence of a company: it needs its capitals and further
 * evidence, see `find-names.ts`.
 */
const WORD_NAMES: ReadonlySet<string> = new Set(
  `adobe affirm align all ally alphabet amazon ambition apple arm array ashland aspen atlas avalon balance ball banner
  beacon best bill block bloom blue boot bread bridge brink byte cable cactus camping canopy capital caravan carnival
  carrier carter caterpillar century charter chase chewy citizens clear coach coherent comfort compass constellation
  continental core crane credo crown cube dance dare delta designer diamond discover discovery dollar dominion dover
  dream duke eagle east element emerald encore energy enterprise envision express five flex flow fluence focus foot
  ford fortune forward fossil fox frontier gap gen general genesis genius global globe golden grab graphite green grid
  guardian guess harmony harvest heritage home honest horizon host hub icon independent insight inspire invitation
  iron jack just kinetic lamb landmark lattice lemonade liberty light limelight lincoln linde lion live lucid marathon
  mark market marvel matador match maximus mercury meta micron mobile moderna monday monster motion national new next
  nice noodles nova oak ocean old omega open option oracle orange oscar packaging paramount park patriot peloton
  perfect pinnacle pioneer plains planet plug polaris pool post power premier progress progressive puma pure quanta
  quest ranger rapid raven redwood regal regions relay reliance resolute revolve rocket root ross royal sable safe
  safety sage sap science scout seat select shake shell shift signet silk simply sky slack smart snap snowflake sonic
  south southern spark spire spirit spot spring sprout square stem strategy stride summit sun sunrise surge synergy
  target titan toast total tower tractor trade travelers trinity triumph twist uber union unity urban vail valley
  vector verve viper visa vista vital waters wave western wolf workday yellow zebra zoom`.split(/\s+/),
);

/** Whether a name is also a word: `Apple`, `Target`, `Gap`. Only names of one word are. */
export const isWordName = (name: string): boolean => WORD_NAMES.has(name.toLowerCase());

/** The texts of the newsroom's own pages, in one language. */
export interface Labels {
  // An article's quotes
  draft: string;
  embargo: string;
  quotes: string;
  noQuotes: string;
  pending: string;
  unavailable: string;
  voided: string;
  toCapture: string;
  late: string;
  lateBy: (minutes: string) => string;
  delayed: (minutes: number) => string;
  /** The notice that must be shown beside live quotes; 0 for real-time quotes. */
  delayNotice: (minutes: number) => string;
  photo: (credit: string) => string;
  by: (name: string) => string;
  quotesOfArticle: string;
  listing: string;
  atPublication: string;
  now: string;
  since: string;
  notCompared: string;
  disclaimers: string;
  updated: string;
  corrected: string;
  corrections: string;
  retracted: string;
  // Frame of a page
  skip: string;
  home: string;
  markets: string;
  sections: string;
  languages: string;
  search: string;
  searchFor: string;
  fromApi: string;
  fromApiMore: string;
  feeds: string;
  // Lists
  latest: string;
  allOfKind: Readonly<Record<string, string>>;
  kind: Readonly<Record<string, string>>;
  more: string;
  newer: string;
  older: string;
  page: (page: number, of: number) => string;
  noArticles: string;
  related: string;
  // Companies and tickers
  company: string;
  companies: string;
  listings: string;
  noListings: string;
  newsAbout: (name: string) => string;
  sector: string;
  country: string;
  website: string;
  legalName: string;
  price: string;
  change: string;
  asOf: string;
  exchange: string;
  currency: string;
  status: Readonly<Record<string, string>>;
  instrumentType: Readonly<Record<string, string>>;
  type: string;
  // Search and messages
  results: (query: string) => string;
  noResults: string;
  searchHint: string;
  notFound: string;
  notFoundMore: string;
  inOtherLanguages: string;
  tooMany: string;
  tooManyMore: string;
  fault: string;
  faultMore: string;
}

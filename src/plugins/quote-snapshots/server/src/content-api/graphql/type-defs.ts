/**
 * The plugin's additions to the schema. Strapi would name the root fields after plugin and type (`quoteSnapshotsQuoteSnapshots`).
 * Here they are called `quoteSnapshots`.
 */
export const typeDefs = /* GraphQL */ `
  "A live quote. Prices are in the major unit of the currency; percent as in 1.23 = 1.23 %."
  type LatestQuote {
    instrument: String!
    symbol: String!
    mic: String!
    exchange: String
    name: String
    price: Float!
    previousClose: Float
    change: Float
    changePercent: Float
    priceDecimals: Int!
    currency: String!
    quoteUnit: String
    marketState: String!
    quotedAt: String!
    delayMinutes: Int
    provider: String!
    attribution: String!
  }

  "An instrument without a live quote, and why."
  type LatestQuoteUnavailable {
    instrument: String!
    "As not-an-active-ticker or timeout."
    reasonCode: String!
    "The same in the language that is asked for, else in that of the default locale."
    reason: String!
  }

  "What must be shown beside live quotes."
  type LatestQuotesMeta {
    provider: String!
    attribution: String!
    delayMinutes: Int!
    delayNotice: String!
    unavailable: [LatestQuoteUnavailable!]!
  }

  type LatestQuotes {
    data: [LatestQuote!]!
    meta: LatestQuotesMeta!
  }

  "A price with its time, in the major unit of the currency."
  type QuotePrice {
    price: Float!
    currency: String!
    quotedAt: String!
    delayMinutes: Int
    attribution: String
  }

  "What became of a price since publication; without figures, and with the reason, where they cannot be compared."
  type SincePublication {
    atPublication: QuotePrice
    now: QuotePrice
    "In the currency; null with a reason."
    change: Float
    "Percent, as in 1.23 = 1.23 %."
    changePercent: Float
    "Why they are not compared, as currency-differs or split."
    reasonCode: String
    "The same in the language of the document."
    reason: String
  }

  extend type QuoteSnapshotsQuoteSnapshot {
    "The price at publication against the live one; at most 50 instruments are compared at once."
    since: SincePublication
  }

  extend type Query {
    "The record itself, history included."
    quoteSnapshots(
      filters: QuoteSnapshotsQuoteSnapshotFiltersInput
      pagination: PaginationArg
      sort: [String] = []
      "The language of reasons; that of each document where it is absent."
      locale: String
    ): [QuoteSnapshotsQuoteSnapshot]!
    quoteSnapshot(documentId: ID!, locale: String): QuoteSnapshotsQuoteSnapshot
    "Live quotes of the newsroom's active tickers, at most 50; without instruments, of the featured ones."
    latestQuotes(instruments: [String!], locale: String): LatestQuotes!
  }
`;

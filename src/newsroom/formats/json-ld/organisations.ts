import { companyPath, pageUrl, tickerPath, type Site } from '../../site-addresses';
import { instrumentOf, type Company, type Listing, type PublishedArticle } from '../articles/article';
import type { JsonLdNode } from './json-ld';

/** Market identifier code and symbol, with a blank between them: `XNAS MSFT`. https://schema.org/tickerSymbol */
const tickerSymbol = ({ mic, symbol }: Listing): string => `${mic} ${symbol}`;

/** An organisation in the graph, and its name in the addresses of its nodes. */
export interface Organisation {
  id: string;
  node: JsonLdNode;
  /** The instruments that are its shares, such as `XNAS:MSFT`. */
  instruments: string[];
}

const ofCompany = (
  company: Company,
  listings: readonly Listing[],
  page: string | undefined,
  id: string,
): Organisation => {
  const own = listings.filter((listing) => listing.company === company.documentId);
  const symbols = own.map(tickerSymbol);
  return {
    id,
    instruments: own.map(instrumentOf),
    node: {
      '@type': symbols.length > 0 ? 'Corporation' : 'Organization',
      '@id': id,
      name: company.name,
      legalName: company.legalName ?? undefined,
      url: page,
      sameAs: company.website ?? undefined,
      logo: company.logo?.url,
      leiCode: company.lei ?? undefined,
      tickerSymbol: symbols.length > 1 ? symbols : symbols[0],
    },
  };
};

/** The organisation of a listing without a company in the newsroom. */
const ofListing = (listing: Listing, page: string): Organisation => ({
  id: page,
  instruments: [instrumentOf(listing)],
  node: {
    '@type': 'Corporation',
    '@id': page,
    name: listing.name ?? listing.symbol,
    tickerSymbol: tickerSymbol(listing),
  },
});

/** The organisations that an article names, in its order: companies, and listings without a company. */
export const organisationsOf = (
  article: PublishedArticle,
  site: Site,
  defaultLocale: string,
): Organisation[] => {
  const { companies, listings, locale } = article;
  const known = new Set(companies.map(({ documentId }) => documentId));
  return [
    ...companies.map((company) => {
      const page = company.slug ? pageUrl(site, companyPath(company.slug, locale, defaultLocale)) : undefined;
      return ofCompany(company, listings, page, page ?? `urn:company:${company.documentId}`);
    }),
    ...listings
      .filter(({ company }) => company === null || !known.has(company))
      .map((listing) => ofListing(listing, pageUrl(site, tickerPath(listing, locale, defaultLocale)))),
  ];
};

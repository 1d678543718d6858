import { retractionNotice } from '../../text/corrections';
import {
  articlePath,
  companyPath,
  ninjsPath,
  pageUrl,
  serverUrl,
  tickerPath,
  type Site,
} from '../../site-addresses';
import { blocksToHtml } from '../../text/blocks-to-html';
import type { ArticleWithBody, Company, Listing } from '../articles/article';
import type { Change } from '../publications/read-changes';

/** The part of ninjs 3.1 that this newsroom uses. https://iptc.org/std/ninjs/ninjs-schema_3.1.json */
export interface NinjsItem {
  uri: string;
  type: 'text';
  standard: { name: string; version: string; schema: string };
  version: string;
  firstCreated: string;
  versionCreated: string;
  pubStatus: 'usable' | 'withheld' | 'canceled';
  language: string;
  altIds: { role: string; value: string }[];
  [property: string]: unknown;
}

export const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
};

/** A symbol as its exchange spells it. */
const SYMBOL_TYPE = 'http://cv.iptc.org/newscodes/financialinstrumentsymboltype/ticker';

const symbolOf = ({ mic, symbol }: Listing) => ({ exchange: mic, symbolType: SYMBOL_TYPE, symbol });

const ofCompany = (
  company: Company,
  listings: readonly Listing[],
  site: Site,
  locale: string,
  defaultLocale: string,
) => {
  const symbols = listings.filter((one) => one.company === company.documentId).map(symbolOf);
  return {
    name: company.name,
    rel: 'mentions',
    ...(company.slug && { uri: pageUrl(site, companyPath(company.slug, locale, defaultLocale)) }),
    ...(company.lei && { literal: company.lei }),
    ...(symbols.length > 0 && { symbols }),
  };
};

const organisationsOf = ({ companies, listings, locale }: ArticleWithBody, site: Site, standard: string) => {
  const known = new Set(companies.map(({ documentId }) => documentId));
  return [
    ...companies.map((company) => ofCompany(company, listings, site, locale, standard)),
    ...listings
      .filter(({ company }) => company === null || !known.has(company))
      .map((listing) => ({
        name: listing.name ?? listing.symbol,
        rel: 'mentions',
        uri: pageUrl(site, tickerPath(listing, locale, standard)),
        symbols: [symbolOf(listing)],
      })),
  ];
};

const photoOf = ({ cover, coverCaption, coverCredit }: ArticleWithBody) =>
  cover && {
    name: 'photo',
    rel: 'photo',
    uri: cover.url,
    type: 'picture',
    ...(coverCaption && { descriptions: [{ role: 'caption', value: coverCaption }] }),
    ...(coverCredit && { by: coverCredit }),
    renditions: [
      {
        name: 'original',
        href: cover.url,
        contentType: cover.mime,
        ...(cover.width && { width: cover.width }),
        ...(cover.height && { height: cover.height }),
      },
    ],
  };

/** The item of an article that is no longer published: only that it is canceled, and since when. */
export const canceledItem = (change: Change, site: Site): NinjsItem => ({
  uri: serverUrl(site, ninjsPath(change.documentId, change.locale)),
  type: 'text',
  standard: STANDARD,
  version: String(change.place.position),
  firstCreated: change.firstPublishedAt.toISOString(),
  versionCreated: change.changedAt.toISOString(),
  pubStatus: 'canceled',
  language: change.locale,
  altIds: [{ role: 'documentId', value: change.documentId }],
});

/** The part of an item that is the same for a retracted article. Partners get its corrections as notes to the editor. */
const headedItem = (
  article: ArticleWithBody,
  change: Change,
  site: Site,
  defaultLocale: string,
): NinjsItem => ({
  ...canceledItem(change, site),
  firstCreated: article.firstPublishedAt,
  altIds: [
    { role: 'documentId', value: article.documentId },
    { role: 'slug', value: article.slug },
    {
      role: 'webpage',
      value: pageUrl(site, articlePath(article.slug, article.locale, defaultLocale)),
    },
  ],
  title: article.title,
  headlines: [{ role: 'main', contentType: 'text/plain', value: article.title }],
  ...(article.corrections.length > 0 && {
    edNote: article.corrections.map(({ at, text }) => `${at} ${text}`).join('\n'),
  }),
  ...(article.retractedAt !== null && {
    descriptions: [
      { role: 'retraction', contentType: 'text/plain', value: retractionNotice(article.corrections) ?? '' },
    ],
  }),
});

/**
 * A published article as a news item; if it was retracted, as `canceled` with the notice. ninjs has no place for prices, so quotes
 * have their own address.
 *
 * @param change when it was published, and its position in the order of changes, which is the item's version
 * @param siteName the holder of the rights
 */
export const usableItem = (
  article: ArticleWithBody,
  change: Change,
  site: Site,
  siteName: string,
  defaultLocale: string,
): NinjsItem => {
  const headed = headedItem(article, change, site, defaultLocale);
  if (article.retractedAt !== null) return headed;
  const organisations = organisationsOf(article, site, defaultLocale);
  const photo = photoOf(article);
  const html = blocksToHtml(article.body);
  return {
    ...headed,
    pubStatus: 'usable',
    representationType: 'full',
    ...(article.summary && {
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: article.summary }],
    }),
    ...(html && { bodies: [{ role: 'main', contentType: 'text/html', value: html }] }),
    ...(article.byline && { by: article.byline }),
    genres: [{ name: article.kind }],
    copyrightHolder: siteName,
    ...(article.disclaimers.length > 0 && { usageTerms: article.disclaimers.join('\n\n') }),
    ...(organisations.length > 0 && { organisations }),
    ...(photo && { associations: [photo] }),
  };
};

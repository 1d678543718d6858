import {
  articlePath,
  frontPath,
  pageUrl,
  serverUrl,
  socialPicturePath,
  type Site,
} from '../../site-addresses';
import type { ArticleKind, CapturedQuote, PublishedArticle } from '../articles/article';
import { SOCIAL_PICTURE_SIZE } from '../social-picture/size';
import type { JsonLd, JsonLdNode } from './json-ld';
import { organisationsOf, type Organisation } from './organisations';

/** The schema.org type for each kind of article. There is none for a press release. */
const TYPES: Readonly<Record<ArticleKind, string>> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  'press-release': 'NewsArticle',
};

const reference = ({ id }: Organisation): JsonLdNode => ({ '@id': id });

/** The photo, or the social picture with the headline. */
const pictureOf = (article: PublishedArticle, site: Site): JsonLdNode => {
  const { cover, coverCaption, coverCredit, documentId, locale } = article;
  if (!cover) {
    return {
      '@type': 'ImageObject',
      url: serverUrl(site, socialPicturePath(documentId, locale)),
      ...SOCIAL_PICTURE_SIZE,
    };
  }
  return {
    '@type': 'ImageObject',
    url: cover.url,
    width: cover.width ?? undefined,
    height: cover.height ?? undefined,
    caption: coverCaption ?? cover.alternativeText ?? undefined,
    creditText: coverCredit ?? undefined,
  };
};

/**
 * The price at publication, with its time. schema.org has no type for a quote; an observation of an organisation's price comes
 * nearest. https://schema.org/Observation
 */
const observationOf = (quote: CapturedQuote, page: string, about: Organisation | undefined): JsonLdNode => ({
  '@type': 'Observation',
  '@id': `${page}#quote-${encodeURIComponent(quote.instrument)}`,
  name: `Price of ${quote.exchange ?? quote.mic}: ${quote.symbol} at publication`,
  observationAbout: about ? reference(about) : undefined,
  measuredProperty: { '@type': 'Property', name: 'price' },
  value: quote.price,
  unitText: quote.currency ?? undefined,
  observationDate: quote.quotedAt,
  measurementMethod: quote.attribution ?? undefined,
});

/**
 * The JSON-LD of an article for search engines: the article itself, the organisations that it names with their listings, and the
 * prices at publication.
 *
 * @param siteName the name of the publication
 */
export const articleJsonLd = (
  article: PublishedArticle,
  site: Site,
  siteName: string,
  defaultLocale: string,
): JsonLd => {
  const page = pageUrl(site, articlePath(article.slug, article.locale, defaultLocale));
  const organisations = organisationsOf(article, site, defaultLocale);
  const [first, ...others] = organisations;
  const publisher = `${pageUrl(site, frontPath(defaultLocale, defaultLocale))}#publisher`;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': TYPES[article.kind],
        '@id': page,
        mainEntityOfPage: page,
        url: page,
        headline: article.title,
        description: article.summary ?? undefined,
        inLanguage: article.locale,
        datePublished: article.firstPublishedAt,
        dateModified: article.updatedAt,
        creativeWorkStatus: article.retractedAt === null ? undefined : 'Retracted',
        author: article.byline ? { '@type': 'Person', name: article.byline } : { '@id': publisher },
        publisher: { '@id': publisher },
        image: pictureOf(article, site),
        about: first && reference(first),
        mentions: others.length > 0 ? others.map(reference) : undefined,
        correction:
          article.corrections.length > 0
            ? article.corrections.map(({ at, text }) => ({
                '@type': 'CorrectionComment',
                text,
                datePublished: at,
              }))
            : undefined,
      },
      { '@type': 'NewsMediaOrganization', '@id': publisher, name: siteName, url: pageUrl(site, '/') },
      ...organisations.map(({ node }) => node),
      ...article.quotes.map((quote) =>
        observationOf(
          quote,
          page,
          organisations.find(({ instruments }) => instruments.includes(quote.instrument)),
        ),
      ),
    ],
  };
};

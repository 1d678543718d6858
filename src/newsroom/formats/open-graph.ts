import { retractionNotice } from '../text/corrections';
import { articlePath, pageUrl, serverUrl, socialPicturePath, type Site } from '../site-addresses';
import type { PublishedArticle } from './articles/article';
import { SOCIAL_PICTURE_SIZE } from './social-picture/size';

/** A `<meta>` element of a page. Those of Open Graph have a property, those of Twitter a name. */
export type MetaTag = { property: string; content: string } | { name: string; content: string };

const og = (property: string, content: string | null | undefined): MetaTag[] =>
  content ? [{ property, content }] : [];

/** A locale in the form of Open Graph: `pt_BR`. */
const ogLocale = (locale: string): string => locale.replace('-', '_');

/**
 * The `<meta>` elements of an article's page for social networks. The picture with headline and quotes comes first, the article's
 * photo second. https://ogp.me
 *
 * @param siteName the name of the publication
 */
export const openGraphTags = (
  article: PublishedArticle,
  site: Site,
  siteName: string,
  defaultLocale: string,
): MetaTag[] => {
  const { cover, documentId, locale, quotes, translations } = article;
  return [
    ...og('og:type', 'article'),
    ...og('og:site_name', siteName),
    ...og('og:title', article.title),
    ...og('og:description', retractionNotice(article.corrections) ?? article.summary),
    ...og('og:url', pageUrl(site, articlePath(article.slug, locale, defaultLocale))),
    ...og('og:locale', ogLocale(locale)),
    ...translations
      .filter((translation) => translation.locale !== locale)
      .flatMap((translation) => og('og:locale:alternate', ogLocale(translation.locale))),
    ...og('og:image', serverUrl(site, socialPicturePath(documentId, locale))),
    ...og('og:image:type', 'image/png'),
    ...og('og:image:width', String(SOCIAL_PICTURE_SIZE.width)),
    ...og('og:image:height', String(SOCIAL_PICTURE_SIZE.height)),
    ...og('og:image:alt', article.title),
    ...og('og:image', cover?.url),
    ...og('og:image:alt', cover && (cover.alternativeText ?? article.coverCaption)),
    ...og('article:published_time', article.firstPublishedAt),
    ...og('article:modified_time', article.updatedAt),
    ...og('article:section', article.kind),
    ...quotes.flatMap(({ exchange, mic, symbol }) => og('article:tag', `${exchange ?? mic}:${symbol}`)),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
};

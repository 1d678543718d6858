import type { Core } from '@strapi/strapi';
import type { ReactNode } from 'react';
import { readArticle } from '../newsroom/formats/articles/read-articles';
import { articleJsonLd } from '../newsroom/formats/json-ld/article-json-ld';
import { openGraphTags } from '../newsroom/formats/open-graph';
import { visitorRights } from '../newsroom/strapi/public-rights';
import type { PageContext } from './pages/page-context';

/** JSON for a script element, escaped so that no text in it can end the element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The data for machines in the head of an article's page: structured data, and tags for social networks. */
export const articleHead = async (
  strapi: Core.Strapi,
  { site, siteName, locale, locales }: PageContext,
  documentId: string,
): Promise<ReactNode> => {
  const article = await readArticle(strapi, await visitorRights(strapi), documentId, locale);
  if (!article) return null;
  const jsonLd = articleJsonLd(article, site, siteName, locales.default);
  return (
    <>
      {openGraphTags(article, site, siteName, locales.default).map((tag, index) => (
        <meta key={index} {...tag} />
      ))}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(jsonLd) }} />
    </>
  );
};

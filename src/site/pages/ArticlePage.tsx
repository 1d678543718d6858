import { ArticleQuotes } from '../../article/ArticleQuotes';
import { ArticleText, Disclaimers } from '../../article/ArticleText';
import { PictureImage } from '../../article/PictureImage';
import type { FindMentions, QuoteContext } from '../../article/quotes-in-text';
import { RecentQuotes } from '../../article/RecentQuotes';
import type { ReactNode } from 'react';
import { articlePath } from '../../newsroom/site-addresses';
import type { FullArticle } from '../data/answers';
import type { ArticleData } from '../data/article';
import { Cards } from './ArticleCards';
import type { FrameProps } from './frame-props';
import { pathsIn, tickerLinks, type PageContext } from './page-context';

const Companies = ({ article, context }: { article: FullArticle; context: PageContext }) => {
  if (article.companies.length === 0) return null;
  return (
    <section className="companies" aria-labelledby="companies">
      <h2 id="companies">{context.labels.companies}</h2>
      <ul>
        {article.companies.map(({ documentId, slug, name, sector, logo }) => (
          <li key={documentId}>
            <a href={pathsIn(context).company(slug)}>
              {logo && <PictureImage picture={logo} alt="" sizes="2rem" />}
              <span dir="auto">{name}</span>
            </a>
            {sector && <small dir="auto">{sector}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** An article, with its quotes at publication and now, its companies, and more news about them. */
export const articlePage = (
  data: ArticleData,
  context: PageContext,
  { findMentions, head }: { findMentions: FindMentions; head: ReactNode },
): FrameProps => {
  const { locale, locales, labels } = context;
  const { article, since, more, strip } = data;
  const snapshots = article.quoteSnapshots ?? [];
  const tickerHref = tickerLinks(context, article.tickers);
  const text: QuoteContext = { locale, labels, snapshots, findMentions, tickerHref, shown: new Set() };
  const published = article.localizations.filter((other) => locales.all.includes(other.locale));
  return {
    context,
    title: article.title,
    description: article.summary,
    canonical: pathsIn(context).article(article.slug),
    alternates: published.map((other) => ({
      locale: other.locale,
      path: articlePath(other.slug, other.locale, locales.default),
    })),
    section: article.kind ?? undefined,
    strip,
    head,
    children: (
      <div className="columns">
        <article>
          <ArticleText article={article} context={text} />
          <ArticleQuotes
            snapshots={snapshots}
            since={since}
            tickerHref={tickerHref}
            locale={locale}
            labels={labels}
          />
          <Disclaimers disclaimers={article.appliedDisclaimers} labels={labels} />
        </article>
        <aside aria-label={labels.more}>
          <Companies article={article} context={context} />
          {strip && (
            <RecentQuotes
              box={strip}
              tickerHref={(listing) => featured(listing, context)}
              locale={locale}
              labels={labels}
            />
          )}
          {more.articles.length > 0 && (
            <section aria-labelledby="more">
              <h2 id="more">{more.isRelated ? labels.related : labels.latest}</h2>
              <Cards articles={more.articles} context={context} size="small" level={3} />
            </section>
          )}
        </aside>
      </div>
    ),
  };
};

/** The page of a featured ticker. Every quote in the box belongs to a ticker of the newsroom. */
const featured = (
  { mic, symbol }: { mic: string | null; symbol: string },
  context: PageContext,
): string | undefined => (mic === null ? undefined : pathsIn(context).ticker({ mic, symbol }));

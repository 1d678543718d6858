import { renderToStaticMarkup } from 'react-dom/server';
import type { AppliedDisclaimer, ArticleContent, QuoteBox, Snapshot } from '../article/article';
import { ArticleQuotes } from '../article/ArticleQuotes';
import { ArticleText, Disclaimers } from '../article/ArticleText';
import { labelsIn } from '../article/labels/labels-in';
import type { FindMentions, QuoteContext } from '../article/quotes-in-text';
import { Moment } from '../article/Moment';
import { RecentQuotes } from '../article/RecentQuotes';
import { textDirection } from '../article/text-direction';

export interface ArticlePageProps {
  article: ArticleContent & {
    quoteSnapshots: Snapshot[];
    /** ISO 8601. Nobody can publish the article before this time. Null if no embargo holds now. */
    embargoUntil?: string | null;
  };
  locale: string;
  isDraft: boolean;
  disclaimers: AppliedDisclaimer[];
  /** Undefined if the provider could not be asked. */
  box: QuoteBox | undefined;
  findMentions: FindMentions;
  /** The address of the site's style sheet. */
  styles: string;
}

/** An unpublished article has no pages to link to. */
const noPage = (): undefined => undefined;

const ArticlePage = ({
  article,
  locale,
  isDraft,
  disclaimers,
  box,
  findMentions,
  styles,
}: ArticlePageProps) => {
  const labels = labelsIn(locale);
  const { quoteSnapshots: snapshots } = article;
  const context: QuoteContext = {
    locale,
    labels,
    snapshots,
    findMentions,
    tickerHref: noPage,
    shown: new Set(),
  };
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{article.title}</title>
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        {isDraft && <p className="draft">{labels.draft}</p>}
        {isDraft && article.embargoUntil && (
          <p className="draft">
            {labels.embargo} <Moment locale={locale} at={article.embargoUntil} />
          </p>
        )}
        <main className="columns">
          <article>
            <ArticleText article={article} context={context} />
            <ArticleQuotes
              snapshots={snapshots}
              since={undefined}
              tickerHref={noPage}
              locale={locale}
              labels={labels}
            />
            <Disclaimers disclaimers={disclaimers} labels={labels} />
          </article>
          <aside>
            <RecentQuotes box={box} tickerHref={noPage} locale={locale} labels={labels} />
          </aside>
        </main>
      </body>
    </html>
  );
};

/** The whole page as HTML. Every text of the article is escaped. */
export const renderArticlePage = (props: ArticlePageProps): string =>
  `<!doctype html>${renderToStaticMarkup(<ArticlePage {...props} />)}`;

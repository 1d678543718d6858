import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from './blocks';
import { changeText, direction, priceText, timeText } from './figures';
import { labelsIn, type Labels } from './labels';
import type { FindMentions, QuoteContext } from './quotes-in-text';
import type { PreviewArticle, PreviewSnapshot, QuoteBox } from './read-article';
import { safeLink } from './safe-link';
import { STYLES } from './styles';

export interface ArticlePageProps {
  article: PreviewArticle;
  locale: string;
  isDraft: boolean;
  disclaimers: string[];
  /** Undefined where the provider could not be asked. */
  box: QuoteBox | undefined;
  findMentions: FindMentions;
}

const Cover = ({ article, labels }: { article: PreviewArticle; labels: Labels }) => {
  const { cover, coverCaption, coverCredit } = article;
  const src = safeLink(cover?.url);
  if (!cover || !src) return null;
  const caption = [coverCaption, coverCredit ? labels.photo(coverCredit) : null].filter(Boolean).join(' ');
  return (
    <figure>
      <img
        src={src}
        alt={cover.alternativeText ?? coverCaption ?? ''}
        width={cover.width ?? undefined}
        height={cover.height ?? undefined}
      />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
};

const Box = ({ box, locale, labels }: { box: QuoteBox | undefined; locale: string; labels: Labels }) => (
  <aside>
    <h2>{labels.quotes}</h2>
    {!box || box.data.length === 0 ? (
      <p>{labels.noQuotes}</p>
    ) : (
      <table>
        <tbody>
          {box.data.map((quote) => (
            <tr key={quote.instrument}>
              <th scope="row" title={quote.name ?? undefined}>
                {quote.symbol}
              </th>
              <td>{priceText(locale, quote)}</td>
              <td className={direction(quote)}>{changeText(locale, quote)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {box && <p>{box.meta.delayNotice}</p>}
    {box && <p>{box.meta.attribution}</p>}
  </aside>
);

/** When the article's own quotes were taken, and who said so. */
const Captured = ({
  snapshots,
  locale,
  labels,
}: {
  snapshots: PreviewSnapshot[];
  locale: string;
  labels: Labels;
}) => {
  const captured = snapshots.filter(({ state, quotedAt }) => state === 'captured' && quotedAt !== null);
  return (
    <>
      {captured.map((snapshot) => (
        <p key={snapshot.instrument}>
          {`${snapshot.instrument}: ${(snapshot.lateMinutes !== null ? labels.late : labels.captured)(timeText(locale, snapshot.quotedAt ?? ''))}`}
        </p>
      ))}
      {[...new Set(captured.map(({ attribution }) => attribution))].filter(Boolean).map((attribution) => (
        <p key={attribution}>{attribution}</p>
      ))}
    </>
  );
};

const ArticlePage = ({ article, locale, isDraft, disclaimers, box, findMentions }: ArticlePageProps) => {
  const labels = labelsIn(locale);
  const context: QuoteContext = {
    locale,
    labels,
    snapshots: article.quoteSnapshots,
    findMentions,
    shown: new Set(),
  };
  const published = article.publishedAt && timeText(locale, article.publishedAt);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{article.title}</title>
        {/* Constant text of ours: nothing of the article is in it. */}
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        {isDraft && <p className="draft">{labels.draft}</p>}
        <main>
          <article>
            <h1>{article.title}</h1>
            {article.summary && <p className="summary">{article.summary}</p>}
            <p className="byline">{[article.byline, published].filter(Boolean).join(' · ')}</p>
            <Cover article={article} labels={labels} />
            <Blocks blocks={article.body} context={context} />
          </article>
          <Box box={box} locale={locale} labels={labels} />
          <footer>
            <Captured snapshots={article.quoteSnapshots} locale={locale} labels={labels} />
            {disclaimers.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </footer>
        </main>
      </body>
    </html>
  );
};

/** The page as HTML, whole, with every text of the article escaped. */
export const renderArticlePage = (props: ArticlePageProps): string =>
  `<!doctype html>${renderToStaticMarkup(<ArticlePage {...props} />)}`;

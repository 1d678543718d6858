import type { AppliedDisclaimer, ArticleContent } from './article';
import { readCorrections } from '../newsroom/text/corrections';
import { Blocks } from './blocks';
import { CorrectionList, PublicationTimes, RetractionNotice } from './Corrections';
import type { Labels } from './labels/labels';
import { PictureImage } from './PictureImage';
import type { QuoteContext } from './quotes-in-text';
import { textDirection } from './text-direction';

const Cover = ({ article, labels }: { article: ArticleContent; labels: Labels }) => {
  const { cover, coverCaption, coverCredit } = article;
  if (!cover) return null;
  const alt = cover.alternativeText ?? coverCaption ?? '';
  return (
    <figure className="cover">
      <PictureImage picture={cover} alt={alt} sizes="(min-width: 60rem) 44rem, 100vw" isFirst />
      {(coverCaption || coverCredit) && (
        <figcaption dir="auto">
          {coverCaption}
          {coverCaption && coverCredit && ' '}
          {coverCredit && <span className="credit">{labels.photo(coverCredit)}</span>}
        </figcaption>
      )}
    </figure>
  );
};

/** Headline, summary, byline, picture and body of an article, with the quotes beside their mentions. */
export const ArticleText = ({ article, context }: { article: ArticleContent; context: QuoteContext }) => {
  const { locale, labels } = context;
  const { title, summary, kind, byline, publishedAt } = article;
  const corrections = readCorrections(article.corrections);
  return (
    <>
      <header className="headline">
        {kind && <p className="kind">{labels.kind[kind] ?? kind}</p>}
        <h1 dir="auto">{title}</h1>
        {summary && (
          <p className="summary" dir="auto">
            {summary}
          </p>
        )}
        {(byline || publishedAt) && (
          <p className="byline">
            {byline && <span className="author">{labels.by(byline)}</span>}
            <PublicationTimes article={article} locale={locale} labels={labels} />
          </p>
        )}
      </header>
      {article.retractedAt ? (
        <RetractionNotice corrections={corrections} locale={locale} labels={labels} />
      ) : (
        <>
          <Cover article={article} labels={labels} />
          <div className="text">
            <Blocks blocks={article.body} context={context} />
          </div>
        </>
      )}
      <CorrectionList corrections={corrections} locale={locale} labels={labels} />
    </>
  );
};

/** The disclaimers of an article. */
export const Disclaimers = ({
  disclaimers,
  labels,
}: {
  disclaimers: readonly AppliedDisclaimer[];
  labels: Labels;
}) =>
  disclaimers.length === 0 ? null : (
    <section className="disclaimers" aria-label={labels.disclaimers}>
      {disclaimers.map(({ text, language }, index) => (
        <p key={index} {...(language ? { lang: language, dir: textDirection(language) } : {})}>
          {text}
        </p>
      ))}
    </section>
  );

import type { Snapshot } from '../../article/article';
import { Moment } from '../../article/Moment';
import { PictureImage } from '../../article/PictureImage';
import { Price } from '../../article/Price';
import { PriceChange } from '../../article/PriceChange';
import type { ArticleCard } from '../data/answers';
import { pathsIn, type PageContext } from './page-context';

/** The most chips on a card. They show the first listings that the article names. */
const MOST_CHIPS = 3;

const Chips = ({
  article,
  context,
  first,
}: {
  article: ArticleCard;
  context: PageContext;
  first: readonly string[];
}) => {
  const { locale, labels } = context;
  const isFirst = ({ instrument }: Snapshot): number => (first.includes(instrument ?? '') ? 0 : 1);
  const captured = (article.quoteSnapshots ?? [])
    .flatMap((snapshot) =>
      snapshot.state === 'captured' && snapshot.price !== null
        ? [{ ...snapshot, price: snapshot.price }]
        : [],
    )
    .sort((a, b) => isFirst(a) - isFirst(b));
  if (captured.length === 0) return null;
  return (
    <ul className="chips" aria-label={labels.atPublication}>
      {captured.slice(0, MOST_CHIPS).map((snapshot) => (
        <li key={snapshot.instrument}>
          <span className="symbol">{snapshot.symbol}</span> <Price locale={locale} figures={snapshot} />{' '}
          <PriceChange locale={locale} change={snapshot} show="percent" />
        </li>
      ))}
    </ul>
  );
};

/** An article in a list. @param size how much of it is shown */
export const Card = ({
  article,
  context,
  size,
  level,
  hideKind,
  first = [],
}: {
  article: ArticleCard;
  context: PageContext;
  size: 'lead' | 'full' | 'small';
  /** The level of its heading. */
  level: 2 | 3;
  /** Set if the list already says the kind. */
  hideKind?: boolean | undefined;
  /** Instruments whose quotes are shown before the others. */
  first?: readonly string[] | undefined;
}) => {
  const { locale, labels } = context;
  const { title, slug, summary, kind, byline, publishedAt, cover } = article;
  const Heading = `h${level}` as const;
  return (
    <article className={`card ${size}`}>
      {cover && size !== 'small' && (
        <a className="picture" href={pathsIn(context).article(slug)} tabIndex={-1} aria-hidden="true">
          <PictureImage
            picture={cover}
            alt=""
            sizes={size === 'lead' ? '(min-width: 60rem) 46rem, 100vw' : '12rem'}
            isFirst={size === 'lead'}
          />
        </a>
      )}
      <div>
        {kind && !hideKind && <p className="kind">{labels.kind[kind] ?? kind}</p>}
        <Heading dir="auto">
          <a href={pathsIn(context).article(slug)}>{title}</a>
        </Heading>
        {summary && size !== 'small' && (
          <p className="summary" dir="auto">
            {summary}
          </p>
        )}
        <p className="byline">
          {byline && size !== 'small' && <span className="author">{labels.by(byline)}</span>}
          <Moment locale={locale} at={publishedAt} />
        </p>
        {size !== 'small' && <Chips article={article} context={context} first={first} />}
      </div>
    </article>
  );
};

/** A list of articles. */
export const Cards = ({
  articles,
  context,
  size = 'full',
  level = 2,
  hideKind,
  first,
}: {
  articles: readonly ArticleCard[];
  context: PageContext;
  size?: 'full' | 'small';
  level?: 2 | 3;
  hideKind?: boolean;
  first?: readonly string[];
}) =>
  articles.length === 0 ? (
    <p className="empty">{context.labels.noArticles}</p>
  ) : (
    <div className="cards">
      {articles.map((article) => (
        <Card
          key={article.documentId}
          article={article}
          context={context}
          size={size}
          level={level}
          hideKind={hideKind}
          first={first}
        />
      ))}
    </div>
  );

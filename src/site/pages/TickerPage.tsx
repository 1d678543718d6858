import { Moment } from '../../article/Moment';
import { Price } from '../../article/Price';
import { PriceChange } from '../../article/PriceChange';
import { QuoteCredits } from '../../article/QuoteCredits';
import { tickerPath } from '../../newsroom/site-addresses';
import type { TickerData } from '../data/ticker';
import { Cards } from './ArticleCards';
import { Facts } from './Facts';
import type { FrameProps } from './frame-props';
import { pathsIn, type PageContext } from './page-context';
import { Pagination } from './Pagination';

const Quote = ({ data, context }: { data: TickerData; context: PageContext }) => {
  const { locale, labels } = context;
  const { quote, quotes, ticker } = data;
  const instrument = `${ticker.mic}:${ticker.symbol}`;
  if (!quote) return <p className="empty">{labels.noQuotes}</p>;
  return (
    <>
      <p className="big-quote">
        <Price locale={locale} figures={quote} live={instrument} />
        <PriceChange locale={locale} change={quote} live={instrument} />
      </p>
      {quote.quotedAt && (
        <p className="credits">
          {labels.asOf} <Moment locale={locale} at={quote.quotedAt} />
        </p>
      )}
      {quotes && <QuoteCredits meta={quotes.meta} labels={labels} />}
    </>
  );
};

/** A listing: its live quote, its facts, and the news that names it. */
export const tickerPage = (data: TickerData, context: PageContext): FrameProps => {
  const { labels, locale, locales } = context;
  const { ticker, articles, strip } = data;
  const paths = pathsIn(context);
  const { page } = articles.meta.pagination;
  const name = ticker.name ?? ticker.company?.name ?? ticker.symbol;
  const printed = `${ticker.exchange ?? ticker.mic}: ${ticker.symbol}`;
  return {
    context,
    title: `${name} (${printed})`,
    canonical: paths.ticker(ticker, { page: page > 1 ? page : undefined }),
    alternates: locales.all
      .filter((other) => other !== locale && page === 1)
      .map((other) => ({ locale: other, path: tickerPath(ticker, other, locales.default) })),
    strip,
    children: (
      <div className="columns entity-page">
        <header className="entity">
          <div>
            <p className="kind">{printed}</p>
            <h1 dir="auto">{name}</h1>
            <Quote data={data} context={context} />
          </div>
        </header>
        <div className="side">
          <Facts
            facts={[
              [
                labels.company,
                ticker.company && <a href={paths.company(ticker.company.slug)}>{ticker.company.name}</a>,
              ],
              [labels.type, ticker.instrumentType && labels.instrumentType[ticker.instrumentType]],
              [labels.currency, ticker.currency],
              ['MIC', ticker.mic],
              ['ISIN', ticker.isin],
              ['FIGI', ticker.figi],
              [labels.exchange, ticker.exchange],
              [labels.listing, ticker.listingStatus && labels.status[ticker.listingStatus]],
            ]}
          />
        </div>
        <section className="news" aria-labelledby="news">
          <h2 id="news" dir="auto">
            {labels.newsAbout(name)}
          </h2>
          <Cards
            articles={articles.data}
            context={context}
            level={3}
            first={[`${ticker.mic}:${ticker.symbol}`]}
          />
          <Pagination
            list={articles}
            pathOf={(other) => paths.ticker(ticker, { page: other })}
            context={context}
          />
        </section>
      </div>
    ),
  };
};

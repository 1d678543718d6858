import type { SearchData } from '../data/search';
import type { FrameProps } from './frame-props';
import { pathsIn, type PageContext } from './page-context';

const Results = ({ data, context }: { data: SearchData; context: PageContext }) => {
  const { labels } = context;
  const { wanted, companies, tickers } = data;
  const paths = pathsIn(context);
  if (wanted === undefined) return <p className="empty">{labels.searchHint}</p>;
  if (companies.length === 0 && tickers.length === 0) {
    return (
      <p className="empty">
        {labels.noResults} {labels.searchHint}
      </p>
    );
  }
  return (
    <>
      {companies.length > 0 && (
        <section aria-labelledby="found-companies">
          <h2 id="found-companies">{labels.companies}</h2>
          <ul className="found">
            {companies.map(({ documentId, slug, name, sector, tickers: listed }) => (
              <li key={documentId}>
                <a href={paths.company(slug)} dir="auto">
                  {name}
                </a>
                <small>
                  {[sector, ...listed.map(({ exchange, mic, symbol }) => `${exchange ?? mic}: ${symbol}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tickers.length > 0 && (
        <section aria-labelledby="found-listings">
          <h2 id="found-listings">{labels.listings}</h2>
          <ul className="found">
            {tickers.map((ticker) => (
              <li key={ticker.documentId}>
                <a href={paths.ticker(ticker)}>{`${ticker.exchange ?? ticker.mic}: ${ticker.symbol}`}</a>
                <small>
                  {[ticker.name ?? ticker.company?.name, ticker.currency].filter(Boolean).join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Companies and listings that were searched for. */
export const searchPage = (data: SearchData, context: PageContext): FrameProps => {
  const { labels } = context;
  const { wanted, strip } = data;
  return {
    context,
    title: wanted === undefined ? labels.search : labels.results(wanted),
    strip,
    wanted,
    children: (
      <div className="single">
        <h1 dir="auto">{wanted === undefined ? labels.search : labels.results(wanted)}</h1>
        <Results data={data} context={context} />
      </div>
    ),
  };
};

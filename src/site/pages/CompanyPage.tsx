import { Moment } from '../../article/Moment';
import { PictureImage } from '../../article/PictureImage';
import { Price } from '../../article/Price';
import { PriceChange } from '../../article/PriceChange';
import { QuoteCredits } from '../../article/QuoteCredits';
import { safeLink } from '../../newsroom/text/safe-link';
import { textDirection } from '../../article/text-direction';
import { companyPath } from '../../newsroom/site-addresses';
import type { Company } from '../data/answers';
import type { CompanyData } from '../data/company';
import { Cards } from './ArticleCards';
import { Facts } from './Facts';
import type { FrameProps } from './frame-props';
import { pathsIn, type PageContext } from './page-context';
import { Pagination } from './Pagination';

/** The name of a country in a language, or the code itself if it has no name. */
const countryName = (locale: string, code: string | null): string | null => {
  if (code === null || !/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code.toUpperCase()) ?? code;
};

const Website = ({ address }: { address: string }) => {
  const href = safeLink(address);
  const shown = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return href ? (
    <a href={href} rel="noopener noreferrer nofollow">
      {shown}
    </a>
  ) : (
    <>{shown}</>
  );
};

const Listings = ({ data, context }: { data: CompanyData; context: PageContext }) => {
  const { locale, labels } = context;
  const { company, quotes } = data;
  if (company.tickers.length === 0) return <p className="empty">{labels.noListings}</p>;
  const live = new Map((quotes?.data ?? []).map((quote) => [quote.instrument, quote]));
  return (
    <>
      <table>
        <tbody>
          {company.tickers.map((ticker) => {
            const instrument = `${ticker.mic}:${ticker.symbol}`;
            const quote = live.get(instrument);
            const status = ticker.listingStatus === 'active' ? null : ticker.listingStatus;
            return (
              <tr key={instrument}>
                <th scope="row">
                  <a href={pathsIn(context).ticker(ticker)}>{ticker.symbol}</a>
                  <small>
                    {[ticker.exchange ?? ticker.mic, status && labels.status[status]]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </th>
                <td>
                  {quote ? (
                    <>
                      <Price locale={locale} figures={quote} live={instrument} />
                      <PriceChange locale={locale} change={quote} live={instrument} />
                      {quote.quotedAt && (
                        <small>
                          <Moment locale={locale} at={quote.quotedAt} />
                        </small>
                      )}
                    </>
                  ) : (
                    <span className="none">{labels.unavailable}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {quotes && <QuoteCredits meta={quotes.meta} labels={labels} />}
    </>
  );
};

const About = ({ company, context }: { company: Company; context: PageContext }) => {
  const { labels } = context;
  return (
    <header className="entity">
      {company.logo && <PictureImage picture={company.logo} alt="" sizes="5rem" isFirst />}
      <div>
        <p className="kind">{labels.company}</p>
        <h1 dir="auto">{company.name}</h1>
        {company.description && (
          <p className="summary" lang={company.locale} dir={textDirection(company.locale)}>
            {company.description}
          </p>
        )}
      </div>
    </header>
  );
};

/** A company: what it is, its listings with live quotes, and the news about it. */
export const companyPage = (data: CompanyData, context: PageContext): FrameProps => {
  const { labels, locale, locales } = context;
  const { company, articles, strip } = data;
  const paths = pathsIn(context);
  const { page } = articles.meta.pagination;
  return {
    context,
    title: company.name,
    description: company.description,
    canonical: paths.company(company.slug, { page: page > 1 ? page : undefined }),
    alternates: locales.all
      .filter((other) => other !== locale && page === 1)
      .map((other) => ({ locale: other, path: companyPath(company.slug, other, locales.default) })),
    feed: { company: company.slug },
    strip,
    children: (
      <div className="columns entity-page">
        <About company={company} context={context} />
        <div className="side">
          <Facts
            facts={[
              [labels.legalName, company.legalName],
              [labels.sector, company.sector],
              [labels.country, countryName(locale, company.country)],
              ['LEI', company.lei],
              [labels.website, company.website && <Website address={company.website} />],
            ]}
          />
          <section className="recent-quotes" aria-labelledby="listings">
            <h2 id="listings">{labels.listings}</h2>
            <Listings data={data} context={context} />
          </section>
        </div>
        <section className="news" aria-labelledby="news">
          <h2 id="news" dir="auto">
            {labels.newsAbout(company.name)}
          </h2>
          <Cards
            articles={articles.data}
            context={context}
            level={3}
            first={company.tickers.map(({ mic, symbol }) => `${mic}:${symbol}`)}
          />
          <Pagination
            list={articles}
            pathOf={(other) => paths.company(company.slug, { page: other })}
            context={context}
          />
        </section>
      </div>
    ),
  };
};

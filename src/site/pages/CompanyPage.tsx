import { Moment } from '../../article/Moment';
import { PictureImage } from '../../article/PictureImage';
import { Price } from '../../article/Price';
import { PriceChange } from '../../article/PriceChange';
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

/** The name of a country in a language; the code itself where it has none. */
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
  if (company.tickers.length === 0) return <p>{labels.noListings}</p>;
  const live = new Map((quotes?.data ?? []).map((quote) => [quote.instrument, quote]));
  return (
    <>
      <table className="listings">
        <thead>
          <tr>
            <th scope="col">{labels.listing}</th>
            <th scope="col">{labels.price}</th>
            <th scope="col">{labels.change}</th>
            <th scope="col">{labels.asOf}</th>
          </tr>
        </thead>
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
                <td data-label={labels.price}>
                  {quote ? <Price locale={locale} figures={quote} live={instrument} /> : '–'}
                </td>
                <td data-label={labels.change}>
                  {quote ? <PriceChange locale={locale} change={quote} live={instrument} /> : '–'}
                </td>
                <td data-label={labels.asOf}>
                  {quote?.quotedAt ? <Moment locale={locale} at={quote.quotedAt} /> : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {quotes && <p className="credits">{`${quotes.meta.delayNotice} ${quotes.meta.attribution}`}</p>}
    </>
  );
};

const About = ({ company, context }: { company: Company; context: PageContext }) => {
  const { locale, labels } = context;
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
        <Facts
          facts={[
            [labels.legalName, company.legalName],
            [labels.sector, company.sector],
            [labels.country, countryName(locale, company.country)],
            ['LEI', company.lei],
            [labels.website, company.website && <Website address={company.website} />],
          ]}
        />
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
      <div className="single">
        <About company={company} context={context} />
        <section aria-labelledby="listings">
          <h2 id="listings">{labels.listings}</h2>
          <Listings data={data} context={context} />
        </section>
        <section aria-labelledby="news">
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

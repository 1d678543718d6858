import type { QuoteBox } from './article';
import type { Labels } from './labels/labels';
import { Price } from './Price';
import { PriceChange } from './PriceChange';
import { QuoteCredits } from './QuoteCredits';

/**
 * The "Recent Quotes" box, with the notice of delay and the credit that must be shown beside it.
 *
 * @param box undefined if the provider did not answer
 */
export const RecentQuotes = ({
  box,
  tickerHref,
  locale,
  labels,
}: {
  box: QuoteBox | undefined;
  tickerHref(listing: { mic: string | null; symbol: string }): string | undefined;
  locale: string;
  labels: Labels;
}) => (
  <section className="recent-quotes" aria-labelledby="recent-quotes">
    <h2 id="recent-quotes">{labels.quotes}</h2>
    {!box || box.data.length === 0 ? (
      <p>{labels.noQuotes}</p>
    ) : (
      <table>
        <tbody>
          {box.data.map((quote) => {
            const href = tickerHref(quote);
            return (
              <tr key={quote.instrument}>
                <th scope="row">
                  {href ? <a href={href}>{quote.symbol}</a> : quote.symbol}
                  {quote.name && <small>{quote.name}</small>}
                </th>
                <td>
                  <Price locale={locale} figures={quote} live={quote.instrument} />
                  <PriceChange locale={locale} change={quote} live={quote.instrument} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    )}
    {box && <QuoteCredits meta={box.meta} labels={labels} />}
  </section>
);

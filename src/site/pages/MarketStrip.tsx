import type { QuoteBox } from '../../article/article';
import { Price } from '../../article/Price';
import { PriceChange } from '../../article/PriceChange';
import { QuoteCredits } from '../../article/QuoteCredits';
import { pathsIn, type PageContext } from './page-context';

/** The featured tickers in one line, with the notice of the delay and the credit. */
export const MarketStrip = ({ box, context }: { box: QuoteBox | undefined; context: PageContext }) => {
  if (!box || box.data.length === 0) return null;
  const { locale, labels } = context;
  const paths = pathsIn(context);
  return (
    <section className="strip" aria-label={labels.markets}>
      <ul tabIndex={0}>
        {box.data.map((quote) => (
          <li key={quote.instrument}>
            <a href={paths.ticker(quote)}>{quote.symbol}</a>{' '}
            <Price locale={locale} figures={quote} live={quote.instrument} />{' '}
            <PriceChange locale={locale} change={quote} show="percent" live={quote.instrument} />
          </li>
        ))}
      </ul>
      <QuoteCredits meta={box.meta} labels={labels} />
    </section>
  );
};

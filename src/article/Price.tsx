import { priceText, type QuoteFigures } from '../newsroom/text/figures';

/** A price for people and machines alike: `<data value="480">$480.00</data>`. */
export const Price = ({
  locale,
  figures,
  live,
}: {
  locale: string;
  figures: Pick<QuoteFigures, 'price' | 'currency' | 'priceDecimals'>;
  /** The instrument, where the price is of now: the page's script renews it. */
  live?: string;
}) => (
  <data className="price" value={String(figures.price)} data-live-price={live}>
    {priceText(locale, figures)}
  </data>
);

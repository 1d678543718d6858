import { priceText, type QuoteFigures } from '../newsroom/text/figures';

/** A price for people and for machines: `<data value="480">$480.00</data>`. */
export const Price = ({
  locale,
  figures,
  live,
}: {
  locale: string;
  figures: Pick<QuoteFigures, 'price' | 'currency' | 'priceDecimals'>;
  /** The instrument of a live price, which the page's script updates. */
  live?: string;
}) => (
  <data className="price" value={String(figures.price)} data-live-price={live}>
    {priceText(locale, figures)}
  </data>
);

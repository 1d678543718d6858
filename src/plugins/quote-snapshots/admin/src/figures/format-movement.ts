import { formatChange, formatPercent } from './format-figures';

/** `+10.00 · +2.13%`; empty if neither is known. */
export const formatMovement = (
  locale: string,
  {
    change,
    changePercent,
    priceDecimals,
  }: { change: number | null; changePercent: number | null; priceDecimals: number | null },
): string =>
  [
    change === null ? '' : formatChange(locale, change, priceDecimals),
    changePercent === null ? '' : formatPercent(locale, changePercent),
  ]
    .filter(Boolean)
    .join(' · ');

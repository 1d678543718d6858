/** Providers whose own spelling is not that of their name in the configuration. */
const TITLES: Readonly<Record<string, string>> = {
  cloudquote: 'CloudQuote',
  eodhd: 'EODHD',
  fmp: 'Financial Modeling Prep',
  yahoo: 'Yahoo Finance',
};

/** A provider as people know it: `Twelve Data` for `twelve-data`, and likewise for those of other packages. */
export const providerTitle = (name: string): string =>
  TITLES[name] ??
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

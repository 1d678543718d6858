/** Providers whose name is spelled differently in the configuration. */
const TITLES: Readonly<Record<string, string>> = {
  cloudquote: 'CloudQuote',
  eodhd: 'EODHD',
  fmp: 'Financial Modeling Prep',
  yahoo: 'Yahoo Finance',
};

/** The name of a provider for people: `Twelve Data` for `twelve-data`. Names of other packages are capitalized in the same way. */
export const providerTitle = (name: string): string =>
  TITLES[name] ??
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

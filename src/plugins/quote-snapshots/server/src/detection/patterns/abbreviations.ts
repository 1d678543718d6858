import type { ExchangeMatch } from '../exchanges/match-exchange';

const DEFINES = /^\s?[([]\s?(?:the )?["']?$/i;

/**
 * Reads the names of exchanges in the order of a text. If the text explains an abbreviation that may mean several exchanges, the
 * abbreviation means that exchange from there on: `Tokyo Stock Exchange (TSE: 7203)`, `Canadian Securities Exchange (the “CSE”)`.
 *
 * @returns a function that takes each name and returns it, resolved if the text has explained it
 */
export const abbreviationReader = (text: string): ((name: ExchangeMatch) => ExchangeMatch) => {
  const defined = new Map<string, ExchangeMatch['exchange']>();
  let previous: ExchangeMatch | undefined;
  return (name) => {
    const full = previous;
    previous = name;
    const [mic = '', ...more] = full?.exchange.mics ?? [];
    const { mics } = name.exchange;
    if (mics.length > 1 && full && more.length === 0 && mics.includes(mic))
      if (name.start - full.end < 12 && DEFINES.test(text.slice(full.end, name.start)))
        defined.set(name.printed, full.exchange);
    const exchange = defined.get(name.printed);
    return exchange ? { ...name, exchange } : name;
  };
};

import { A_WHILE_MS, later, publishArticle, record, settled } from './articles';
import type { Newsroom } from './newsroom';

/** Time between the worker's turns. */
export const TURN_MS = 5_000;

/** Listings in New York that the stand-in provider knows, no two alike, and articles about them. */
export const createListings = (newsroom: () => Newsroom, prefix: string) => {
  let count = 0;
  return {
    /** The symbol of a new one. */
    listing(): string {
      count += 1;
      const symbol = prefix + String.fromCharCode(65 + Math.floor(count / 26), 65 + (count % 26));
      newsroom().provider.quote(symbol, { Price: 10, PrevClose: 8 });
      return symbol;
    },
    /** Publishes an article about some symbols; its documentId. */
    publish: (...symbols: string[]): Promise<string> =>
      publishArticle(newsroom(), [symbols.map((symbol) => `(NYSE: ${symbol})`).join(' and ')]),
    /** The states of a document's snapshots, oldest first. */
    states: async (documentId: string): Promise<string[]> =>
      (await record(newsroom(), documentId)).map(({ state }) => state),
  };
};

/** Each test of a suite begins after a while, and leaves a provider that answers and nothing pending. */
export const eachAfterAWhile = (newsroom: () => Newsroom): void => {
  beforeEach(() => newsroom().clock.advance(A_WHILE_MS));
  afterEach(async () => {
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await settled(newsroom());
    await later(newsroom());
  });
};

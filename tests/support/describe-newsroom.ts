import { renewSession, startNewsroom, type Database, type Newsroom, type StartOptions } from './newsroom';

/** Tests that share a booted newsroom with others: a boot takes seconds. */
export type Suite = (newsroom: () => Newsroom) => void;

/** What providers say in the tests, in CloudQuote's spelling. */
const QUOTES: Record<string, [price: number, previousClose: number, currency?: string]> = {
  MSFT: [480, 470],
  ORCL: [180.03, 181],
  AAPL: [272.19, 270],
  GOOG: [303.75, 300],
  NVDA: [174.14, 175],
  AMZN: [226.76, 220],
  META: [664.45, 660],
  AMD: [201.06, 200],
  BAC: [54.26, 54],
  TSLA: [483.37, 480],
  'BRK.B': [467.05, 466],
  'LSE:RIO': [4987.5, 5050, 'GBX'],
  'TYO:7203': [2688, 2709, 'JPY'],
};

/** Boots one newsroom and runs these suites in it, in this order. */
export const describeNewsroom = (
  database: Database,
  suites: Readonly<Record<string, Suite>>,
  options: StartOptions = {},
): void => {
  describe(`the newsroom on ${database}`, () => {
    let newsroom: Newsroom;

    beforeAll(async () => {
      newsroom = await startNewsroom(database, options);
      for (const [symbol, [Price, PrevClose, NominalCurrencyCode = 'USD']] of Object.entries(QUOTES)) {
        newsroom.provider.quote(symbol, { Price, PrevClose, NominalCurrencyCode });
      }
    }, 120_000);

    afterAll(() => newsroom?.stop(), 60_000);

    for (const [name, suite] of Object.entries(suites)) {
      describe(name, () => {
        // The suite before may have let hours pass: a session is over by then.
        beforeAll(async () => {
          newsroom.adminToken = await renewSession(newsroom);
        });
        suite(() => newsroom);
      });
    }
  });
};

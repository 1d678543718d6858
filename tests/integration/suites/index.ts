import { startNewsroom, type Database, type Newsroom } from '../../support/newsroom';
import { answers } from './answers';
import { hostileRequests } from './hostile-requests';
import { accessMatrix } from './access-matrix';
import { adminApi } from './admin-api';
import { contentApi } from './content-api';
import { disclaimers } from './disclaimers';
import { drafts } from './drafts';
import { rules } from './rules';
import { faults } from './faults';
import { graphql } from './graphql';
import { links } from './links';
import { newDatabase } from './new-database';
import { preview } from './preview';
import { recovery } from './recovery';
import { recordWrites } from './record-writes';
import { records } from './records';
import { roads } from './roads';
import { lifeModel } from './life-model';
import { roles } from './roles';
import { telling } from './telling';
import { tokens } from './tokens';
import { lifecycle } from './lifecycle';
import { importing } from './importing';

/** A booted newsroom, shared by all tests of one database: a boot takes seconds. */
export type Suite = (newsroom: () => Newsroom) => void;

const SUITES: Record<string, Suite> = {
  'a new database': newDatabase,
  records,
  'every road to publication': roads,
  'the life of a snapshot': lifecycle,
  'tickers and companies': links,
  'content API': contentApi,
  GraphQL: graphql,
  'admin API': adminApi,
  import: importing,
  disclaimers,
  answers,
  'hostile requests': hostileRequests,
  'writes to the record': recordWrites,
  'the access matrix': accessMatrix,
  rules,
  drafts,
  roles,
  'API tokens': tokens,
  preview,
  // Last, for they let hours pass: a session signed in before is over.
  'a provider at fault': faults,
  recovery,
  telling,
  'any life of a snapshot': lifeModel,
};

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

export const describeNewsroom = (database: Database, ofThisDatabase: Record<string, Suite> = {}): void => {
  describe(`the newsroom on ${database}`, () => {
    let newsroom: Newsroom;

    beforeAll(async () => {
      newsroom = await startNewsroom(database);
      for (const [symbol, [Price, PrevClose, NominalCurrencyCode = 'USD']] of Object.entries(QUOTES)) {
        newsroom.provider.quote(symbol, { Price, PrevClose, NominalCurrencyCode });
      }
    }, 120_000);

    afterAll(() => newsroom?.stop(), 60_000);

    for (const [name, suite] of Object.entries({ ...ofThisDatabase, ...SUITES })) {
      describe(name, () => suite(() => newsroom));
    }
  });
};

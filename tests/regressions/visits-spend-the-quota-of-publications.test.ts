import { publishArticle, readSnapshots } from '../support/articles';
import { startNewsroom, type Newsroom } from '../support/newsroom';

/** With twenty requests a day, two visits of the quote box left none, and the next publication stayed pending. */
describe('visits spend the quota of publications', () => {
  let newsroom: Newsroom;
  const SYMBOLS = ['AAAA', 'BBBB', 'CCCC', 'DDDD', 'EEEE', 'FFFF', 'GGGG', 'HHHH', 'IIII', 'JJJJ'];

  beforeAll(async () => {
    newsroom = await startNewsroom('sqlite', {
      environment: { QUOTES_PER_DAY: '20', QUOTES_VISITOR_SHARE: '25' },
    });
    for (const symbol of [...SYMBOLS, 'MSFT'])
      newsroom.provider.quote(symbol, { Price: 10, PrevClose: 9, NominalCurrencyCode: 'USD' });
    for (const symbol of SYMBOLS)
      await newsroom.strapi
        .documents('api::ticker.ticker')
        .create({ data: { symbol, mic: 'XNAS', currency: 'USD', listingStatus: 'active' } });
  }, 120_000);
  afterAll(() => newsroom?.stop(), 60_000);

  const visit = async (symbol: string): Promise<number> => {
    const { body } = await newsroom
      .http()
      .get(`/api/quote-snapshots/latest?instruments=XNAS:${symbol}`)
      .expect(200);
    return body.data.length;
  };

  it('leaves publications what is kept for them, however many visit', async () => {
    const shown: number[] = [];
    for (const symbol of SYMBOLS) shown.push(await visit(symbol));
    expect(shown).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);

    const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)']);
    expect(await readSnapshots(newsroom, documentId)).toMatchObject([{ state: 'captured', price: 10 }]);
  });

  it('shows again for a minute what was asked for, without asking', async () => {
    newsroom.clock.advance(50_000);
    expect(await visit('AAAA')).toBe(1);
    newsroom.clock.advance(20_000);
    expect(await visit('AAAA')).toBe(0);
  });
});

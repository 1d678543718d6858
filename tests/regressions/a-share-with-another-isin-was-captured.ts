import { publishArticle, readSnapshots, record, settled } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const TICKER = 'api::ticker.ticker';

/** A text that prints the ISIN of one share beside the symbol of another: the newsroom's ticker says which is which. */
export const regression: Suite = (newsroom) => {
  let ticker: string;

  beforeAll(async () => {
    const { documentId } = await newsroom()
      .strapi.documents(TICKER)
      .create({ data: { mic: 'XNAS', symbol: 'QXV', isin: 'US0378331005' } });
    ticker = documentId;
    newsroom().provider.quote('QXV', { Price: 12.5, PrevClose: 12, NominalCurrencyCode: 'USD' });
  });

  afterAll(() => newsroom().strapi.documents(TICKER).delete({ documentId: ticker }));

  it('is left out of what readers see, and kept in the record', async () => {
    const article = await publishArticle(newsroom(), ['Quux (NASDAQ: QXV; ISIN: DE0007164600) rose.']);
    await settled(newsroom());
    expect(await readSnapshots(newsroom(), article)).toEqual([]);
    expect(await record(newsroom(), article)).toMatchObject([
      { instrument: null, symbol: 'QXV', price: null, state: 'unavailable', current: true },
    ]);
  });

  it('is captured where both say the same', async () => {
    const article = await publishArticle(newsroom(), ['Quux (NASDAQ: QXV; ISIN: US0378331005) rose.']);
    await settled(newsroom());
    expect(await readSnapshots(newsroom(), article)).toMatchObject([
      { instrument: 'XNAS:QXV', price: 12.5, state: 'captured' },
    ]);
  });
};

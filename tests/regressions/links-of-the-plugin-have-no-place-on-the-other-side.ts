import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

const TICKER = 'api::ticker.ticker';

interface JoinTable {
  name: string;
  inverseJoinColumn: { name: string };
  inverseOrderColumnName: string;
}

/** A relation has an order at both ends: a ticker lists its articles as Strapi would, whoever linked them. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'IO');

  eachAfterAWhile(newsroom);

  it('each comes after those that the ticker had, in the order in which they were made', async () => {
    const { strapi } = newsroom();
    const symbol = listing();
    const ticker = await strapi.documents(TICKER).create({ data: { symbol, mic: 'XNYS', name: symbol } });
    const byHand = await strapi.documents(ARTICLE).create({
      data: { title: title(), body: body('Nothing.'), tickers: [ticker.documentId] },
      status: 'published',
    });
    const articles = [byHand.documentId, await publish(symbol), await publish(symbol)];

    const { joinTable } = strapi.db.metadata.get(ARTICLE).attributes.tickers as unknown as {
      joinTable: JoinTable;
    };
    const places: Record<string, number | null>[] = await strapi.db
      .getConnection(joinTable.name)
      .where(joinTable.inverseJoinColumn.name, ticker.id)
      .orderBy('id');
    const order = places.map((row) => row[joinTable.inverseOrderColumnName] ?? 0);
    // A draft and a published version of each; the first two rows are Strapi's own.
    const [ofStrapi, ours] = [order.slice(0, 2), order.slice(2)];
    const last = Math.max(...ofStrapi);
    expect(last).toBeGreaterThan(0);
    expect(ours).toEqual([1, 2, 3, 4].map((place) => last + place));

    const found = await strapi
      .documents(TICKER)
      .findOne({ documentId: ticker.documentId, populate: ['articles'] });
    const listed = (found?.articles ?? []).map(({ documentId }) => documentId);
    expect([...new Set(listed)]).toEqual(articles);
  });
};

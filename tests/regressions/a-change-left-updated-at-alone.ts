import { ARTICLE, body, later, publishArticle, settled, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';

interface Row {
  documentId: string;
  symbol: string;
  state: string;
  current: boolean;
  updatedAt: string;
}

/** Void, retirement and a new place moved no `updatedAt`: who asks for what has changed since was not told of it. */
export const regression: Suite = (newsroom) => {
  const { listing } = createListings(newsroom, 'UP');
  eachAfterAWhile(newsroom);
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const mentions = (...symbols: string[]) => symbols.map((symbol) => `(NYSE: ${symbol})`).join(' and ');
  const rows = async (documentId: string): Promise<Row[]> =>
    (
      await newsroom()
        .strapi.db.query(SNAPSHOT)
        .findMany({
          where: { relatedDocumentId: documentId },
          orderBy: { id: 'asc' },
        })
    ).map((row: Row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
  const of = async (documentId: string, symbol: string): Promise<Row | undefined> =>
    (await rows(documentId)).find((row) => row.symbol === symbol);

  /** What an act changes of the row of a symbol: its `updatedAt` is the act's own. */
  const movedBy = async (documentId: string, symbol: string, act: () => Promise<unknown>): Promise<Row> => {
    await settled(newsroom());
    const before = await of(documentId, symbol);
    newsroom().clock.advance(5_000);
    await act();
    await settled(newsroom());
    const after = await of(documentId, symbol);
    expect(Date.parse(after?.updatedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(before?.updatedAt ?? '') + 5_000,
    );
    return after as Row;
  };
  const republish = (documentId: string, ...symbols: string[]) =>
    newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { body: body(mentions(...symbols)) }, status: 'published' });

  it('a void', async () => {
    const symbol = listing();
    const documentId = await publishArticle(newsroom(), [mentions(symbol)]);
    const [row] = await rows(documentId);
    const after = await movedBy(documentId, symbol, () => capture().void(row?.documentId, 'Halted.'));
    expect(after).toMatchObject({ state: 'voided' });
  });

  it('a retirement', async () => {
    const [kept, gone] = [listing(), listing()];
    const documentId = await publishArticle(newsroom(), [mentions(kept, gone)]);
    const after = await movedBy(documentId, gone, () => republish(documentId, kept));
    expect(after).toMatchObject({ current: false });
  });

  it('another place in the text', async () => {
    const [one, other] = [listing(), listing()];
    const documentId = await publishArticle(newsroom(), [mentions(one, other)]);
    await movedBy(documentId, one, () => republish(documentId, other, one));
  });

  it('what was captured late, and what supersedes', async () => {
    const symbol = listing();
    newsroom().provider.fail('status-500');
    const documentId = await publishArticle(newsroom(), [mentions(symbol)]);
    newsroom().provider.fail(undefined);
    expect(await movedBy(documentId, symbol, () => later(newsroom()))).toMatchObject({ state: 'captured' });
    const [row] = await rows(documentId);
    const replaced = await movedBy(documentId, symbol, () => capture().recapture(row?.documentId, 'A typo.'));
    expect(replaced).toMatchObject({ documentId: row?.documentId, current: false });
    // The new row is as new as it says.
    const [, replacement] = await rows(documentId);
    expect(replacement?.updatedAt).toBe(replaced.updatedAt);
  });

  it('the deletion of the document', async () => {
    const symbol = listing();
    const documentId = await publishArticle(newsroom(), [mentions(symbol)]);
    const after = await movedBy(documentId, symbol, () =>
      newsroom().strapi.documents(ARTICLE).delete({ documentId }),
    );
    expect(after).toMatchObject({ current: false });
  });

  it('and asking in vain, which nobody sees, moves nothing that is settled', async () => {
    const symbol = listing();
    const documentId = await publishArticle(newsroom(), [mentions(symbol)]);
    await settled(newsroom());
    const before = await of(documentId, symbol);
    await later(newsroom());
    expect((await of(documentId, symbol))?.updatedAt).toBe(before?.updatedAt);
  });
};

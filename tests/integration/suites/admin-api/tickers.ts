import { ARTICLE, title } from '../../../support/articles';
import { admin, draft, COMPANY, TICKER, type AdminApi } from './asking';

/** Adding tickers from the panel, and taking them back. */
export const tickers = ({ newsroom }: AdminApi): void => {
  it('adds a ticker and its company as the provider knows them, once', async () => {
    const { provider, strapi } = newsroom();
    provider.quote('SHOPX', { Price: 100, PrevClose: 90, Name: 'Shop Example Inc.' });
    const first = await admin(newsroom()).post('/tickers', { instrument: 'XNAS:SHOPX' }).expect(200);
    const second = await admin(newsroom()).post('/tickers', { instrument: 'XNAS:SHOPX' }).expect(200);
    expect(first.body.data.isNew).toBe(true);
    // One that is not new is not offered to be taken back.
    expect(second.body.data).toEqual({ ...first.body.data, isNew: false });
    const ticker = await strapi
      .documents(TICKER)
      .findOne({ documentId: first.body.data.documentId, populate: ['company', 'createdBy'] });
    expect(ticker).toMatchObject({
      symbol: 'SHOPX',
      mic: 'XNAS',
      exchange: 'NASDAQ',
      name: 'Shop Example Inc.',
      currency: 'USD',
      company: { name: 'Shop Example Inc.' },
      createdBy: { firstname: 'Ada' },
    });
  });

  it('links the company that the newsroom has already', async () => {
    const { provider, strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({ data: { name: 'Twice Listed plc' } });
    provider.quote('LSE:TWICE', {
      Price: 100,
      PrevClose: 90,
      Name: 'TWICE LISTED PLC',
      NominalCurrencyCode: 'GBP',
    });
    const { body: added } = await admin(newsroom())
      .post('/tickers', { instrument: 'XLON:TWICE' })
      .expect(200);
    const ticker = await strapi
      .documents(TICKER)
      .findOne({ documentId: added.data.documentId, populate: ['company'] });
    expect(ticker?.company?.documentId).toBe(company.documentId);
  });

  it('names a new company as the text does, and links one that is called so', async () => {
    const { provider, strapi } = newsroom();
    provider.quote('LSE:QRIOX', { Price: 4000, Name: 'QUARRY TINTO GROUP', NominalCurrencyCode: 'GBX' });
    const { body: preview } = await admin(newsroom())
      .post('/preview', draft('Shares of the miner Quarry Tinto plc (LSE: QRIOX; ASX: QRIOX) rose.'))
      .expect(200);
    const named = preview.data.instruments.map((one: { instrument: string; companyName: string | null }) => [
      one.instrument,
      one.companyName,
    ]);
    expect(named).toEqual([
      ['XLON:QRIOX', 'Quarry Tinto plc'],
      ['XASX:QRIOX', 'Quarry Tinto plc'],
    ]);
    const companyOf = async (documentId: string) =>
      (await strapi.documents(TICKER).findOne({ documentId, populate: ['company'] }))?.company;
    const sent = { instrument: 'XLON:QRIOX', companyName: 'Quarry Tinto plc' };
    const { body: first } = await admin(newsroom()).post('/tickers', sent).expect(200);
    const company = await companyOf(first.data.documentId);
    expect(company).toMatchObject({ name: 'Quarry Tinto', legalName: 'Quarry Tinto plc' });
    // The provider does not know the second listing: what the text says is enough.
    const { body: others } = await admin(newsroom())
      .post('/tickers/add-all', {
        instruments: ['XASX:QRIOX'],
        companyNames: { 'XASX:QRIOX': ' Quarry\u202e Tinto plc ' },
      })
      .expect(200);
    const second = others.data[0].ticker.documentId;
    expect((await companyOf(second))?.documentId).toBe(company?.documentId);
    for (const documentId of [second, first.data.documentId])
      await strapi.documents(TICKER).delete({ documentId });
    await strapi.documents(COMPANY).delete({ documentId: company?.documentId ?? '' });
    await admin(newsroom())
      .post('/tickers', { instrument: 'XLON:QRIOX', companyName: 'x'.repeat(256) })
      .expect(400);
  });

  it('puts an added ticker through the checks of the newsroom', async () => {
    const { body: answer } = await admin(newsroom())
      .post('/tickers', { instrument: 'QQQQ:MSFT' })
      .expect(400);
    expect(answer.error.message).toContain('mic is "QQQQ"');
  });

  it('adds several tickers in one act, tells of each, and takes them back with their companies', async () => {
    const { provider, strapi } = newsroom();
    for (const symbol of ['QADDA', 'QADDB'])
      provider.quote(symbol, { Price: 100, PrevClose: 90, Name: `${symbol} Example Inc.` });
    const asked = provider.requests.length;
    const { body: answer } = await admin(newsroom())
      .post('/tickers/add-all', { instruments: ['XNAS:QADDA', 'QQQQ:MSFT', 'XNAS:QADDB'] })
      .expect(200);
    // The provider is asked once for all of them.
    expect(provider.requests.length - asked).toBe(1);
    expect(answer.data).toEqual([
      { instrument: 'XNAS:QADDA', ticker: expect.objectContaining({}), error: null, refusal: null },
      {
        instrument: 'QQQQ:MSFT',
        ticker: null,
        error: expect.stringContaining('mic is "QQQQ"'),
        refusal: null,
      },
      { instrument: 'XNAS:QADDB', ticker: expect.objectContaining({}), error: null, refusal: null },
    ]);
    const tickers: string[] = answer.data.flatMap((one: { ticker: { documentId: string } | null }) =>
      one.ticker ? [one.ticker.documentId] : [],
    );
    const companies = () => strapi.db.query(COMPANY).count({ where: { name: { $startsWith: 'QADD' } } });
    expect(await companies()).toBe(2);

    // One that an article links meanwhile is no longer only theirs.
    await strapi.documents(ARTICLE).create({ data: { title: title(), tickers: [tickers[1] ?? ''] } });
    const { body: undone } = await admin(newsroom()).post('/tickers/undo', { tickers }).expect(200);
    expect(undone.data).toEqual([
      { ticker: tickers[0], undone: true },
      { ticker: tickers[1], undone: false },
    ]);
    expect(await strapi.db.query(TICKER).count({ where: { symbol: { $startsWith: 'QADD' } } })).toBe(1);
    expect(await companies()).toBe(1);
  });

  it('takes back no company that the editor had made before', async () => {
    const { strapi } = newsroom();
    const { body: added } = await admin(newsroom())
      .post('/tickers', { instrument: 'XNAS:QKEEPX', companyName: 'Keep Example Inc.' })
      .expect(200);
    const where = { name: 'Keep Example' };
    const company = await strapi.db.query(COMPANY).findOne({ where });
    const before = new Date(Date.parse(company.createdAt) - 60_000);
    // As if it had been made in the content manager a minute earlier, by the same editor.
    await strapi.db
      .connection(strapi.db.metadata.get(COMPANY).tableName)
      .where({ document_id: company.documentId })
      .update({
        created_at: strapi.db.dialect.client === 'sqlite' ? before.getTime() : before,
        updated_at: strapi.db.dialect.client === 'sqlite' ? before.getTime() : before,
      });
    const { body: undone } = await admin(newsroom())
      .post('/tickers/undo', { tickers: [added.data.documentId] })
      .expect(200);
    expect(undone.data).toEqual([{ ticker: added.data.documentId, undone: true }]);
    expect(await strapi.db.query(COMPANY).count({ where })).toBe(1);
    await strapi.documents(COMPANY).delete({ documentId: company.documentId });
  });

  it('takes back no ticker of somebody else, and none that has been changed', async () => {
    const { strapi } = newsroom();
    const { documentId } = await strapi.documents(TICKER).create({ data: { symbol: 'QTHEIR', mic: 'XNAS' } });
    const undo = async () =>
      (
        await admin(newsroom())
          .post('/tickers/undo', { tickers: [documentId] })
          .expect(200)
      ).body.data;
    expect(await undo()).toEqual([{ ticker: documentId, undone: false }]);
    const { body: own } = await admin(newsroom()).post('/tickers', { instrument: 'XNAS:QOWNED' }).expect(200);
    const row = { documentId: own.data.documentId };
    await strapi.db
      .connection(strapi.db.metadata.get(TICKER).tableName)
      .where({ document_id: row.documentId })
      .update({ updated_at: '2100-01-01T00:00:00.000Z' });
    const { body: kept } = await admin(newsroom())
      .post('/tickers/undo', { tickers: [row.documentId] })
      .expect(200);
    expect(kept.data).toEqual([{ ticker: row.documentId, undone: false }]);
    await strapi.documents(TICKER).delete({ documentId });
    await strapi.documents(TICKER).delete(row);
  });

  it('suggests tickers that are spelled alike, else likely spellings that the provider knows', async () => {
    const { provider, strapi } = newsroom();
    const { documentId } = await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'QNEAR', mic: 'XNAS', exchange: 'NASDAQ', name: 'Near Inc.' } });
    provider.quote('QZWXV', { Price: 10, PrevClose: 9, Name: 'Swapped Inc.' });
    const { body: answer } = await admin(newsroom())
      .post('/near-misses', { instruments: ['XNAS:QNAER', 'XNAS:QZXWV'] })
      .expect(200);
    expect(answer.data).toEqual({
      'XNAS:QNAER': [
        ...[
          { instrument: 'XNAS:QNEAR', mic: 'XNAS', symbol: 'QNEAR', exchange: 'NASDAQ', name: 'Near Inc.' },
        ],
      ],
      'XNAS:QZXWV': expect.arrayContaining([
        expect.objectContaining({ instrument: 'XNAS:QZWXV', name: 'Swapped Inc.' }),
      ]),
    });
    await strapi.documents(TICKER).delete({ documentId });
  });
};
